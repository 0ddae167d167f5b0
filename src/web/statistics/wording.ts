import type { Language } from '../../language/language.ts';
import { en } from './wording-en.ts';
import { type StatisticsWording, vi } from './wording-vi.ts';

export type { StatisticsWording };

export const statisticsWording: Record<Language, StatisticsWording> = { vi, en };
