import { type Lexicon, lexiconOf, type Match, matchesOf } from './lexicon.ts';
import { reservedAnywhere, reservedWhole } from './lists/reserved-names.ts';
import type { Reading } from './reading.ts';
import { plain } from './site-words.ts';

/** The names that readers of a site are not to take; compile them once and keep them. */
export interface ReservedNames {
  /** Reserved wherever they stand in a name, and as the whole of one. */
  anywhere: Lexicon;
  whole: Lexicon;
}

/** The usual names beside those of a site. */
export function compileNames(anywhere: readonly string[], whole: readonly string[]): ReservedNames {
  return {
    anywhere: lexiconOf({ usual: reservedAnywhere, own: plain(anywhere) }),
    whole: lexiconOf({ usual: reservedWhole, own: plain(whole) }),
  };
}

export const usualNames: ReservedNames = compileNames([], []);

/** What a name claims that is reserved, however it is disguised; the whole words are looked at beside their parts. */
export function claimIn(name: Reading, { anywhere, whole }: ReservedNames): Match | undefined {
  for (const words of [name.spoken, name.written]) {
    const parts = matchesOf(anywhere, name, words);
    const wholes = matchesOf(whole, name, words).filter(({ from, to }) => from === 0 && to === words.length);
    const claim = [...parts, ...wholes].find(({ strength }) => strength === 'full');
    if (claim) return claim;
  }
  return undefined;
}
