import type { Language } from '../../language/language.ts';
import { siteEn } from './site-wording-en.ts';
import { siteVi } from './site-wording-vi.ts';

export type SiteWording = typeof siteVi;

export const siteWording: Record<Language, SiteWording> = { vi: siteVi, en: siteEn };
