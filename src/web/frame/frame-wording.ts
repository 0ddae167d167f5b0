import type { Badge } from '../../comments/comment.ts';
import type { Language } from '../../language/language.ts';
import { frameEn } from './frame-wording-en.ts';
import { frameVi } from './frame-wording-vi.ts';

export type FrameWording = typeof frameVi;
export type BadgeWording = Record<Exclude<Badge, 'newsroom'>, string>;

export const frameWording: Record<Language, FrameWording> = { vi: frameVi, en: frameEn };
