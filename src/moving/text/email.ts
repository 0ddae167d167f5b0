import { z } from 'zod';

const valid = z.email().max(254);

/** What other systems write where nobody gave an address. */
const placeholder = /^anonymous@example\.org$|@disqus\.com$/i;

/** An address that somebody gave; nothing for what is none. */
export function emailOf(text: string | undefined): string | undefined {
  const address = text?.trim() ?? '';
  return valid.safeParse(address).success && !placeholder.test(address) ? address : undefined;
}
