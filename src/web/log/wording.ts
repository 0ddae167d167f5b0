import type { Language } from '../../language/language.ts';
import { logEn } from './wording-en.ts';
import { type LogPageWording, logVi } from './wording-vi.ts';

export type { LogPageWording } from './wording-vi.ts';

export const logPageWording: Record<Language, LogPageWording> = { vi: logVi, en: logEn };
