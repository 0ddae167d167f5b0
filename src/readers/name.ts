import { z } from 'zod';
import { isPlain } from '../language/plain.ts';
import { isVisible } from '../language/visible.ts';

/** Ticks, shields, seals and stars, as others mark whom they have verified. */
const badgeSigns =
  /[\u2611\u2705\u2713\u2714\u221a\u2b50\u{1f5f8}\u{1f6e1}\u{1f530}\u{1f535}\u{1f537}\u{1f539}\u{1f4a0}\u{1f396}\u{1f3c5}\u{1f31f}\u2605\u2606\u272a-\u272f\u00a9\u00ae\u2122\u2120]/u;

/** What a reader may be called, whether they say so or their site does. */
export const readerName = z
  .string()
  .refine(isPlain, { params: { code: 'not-text' } })
  .refine(isVisible, { params: { code: 'required' } })
  .trim()
  .max(80)
  .refine((name) => !badgeSigns.test(name), { params: { code: 'badge' } });

/** The address of a reader's mailbox. */
export const readerEmail = z.email().max(254);
