import { z } from 'zod';
import type { Access } from '../acts/act.ts';
import type { Language } from '../language/language.ts';
import { alike, readTyped } from '../language/typed.ts';

export const roles = ['owner', 'moderator'] as const;
export type Role = (typeof roles)[number];

/** An account at the desk, the sites that it works on, and how it is used just now. */
export interface Moderator {
  id: string;
  name: string;
  role: Role;
  language: Language;
  sites: string[];
  access: Access;
  /** The keyboard of the desk, as it was stored; null where nothing was chosen. */
  keys?: string | null;
}

export const moderatorName = z
  .string()
  .overwrite(readTyped)
  .min(1)
  .max(64)
  .refine((name) => name.isWellFormed() && !/\p{Cc}/u.test(name) && alike(name) !== '');

/** Those that were chosen when 8 were enough go on working. */
export const shortestPassword = 12;
export const newPassword = z.string().min(shortestPassword).max(200);
