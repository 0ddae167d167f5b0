import type { Match } from './lexicon.ts';
import { pitches } from './lists/pitches.ts';
import { contempt, putDowns } from './lists/put-downs.ts';
import { solicitation, threats } from './lists/threats.ts';
import { patternsIn, patternsOf } from './pattern.ts';
import type { Reading } from './reading.ts';

const patterns = patternsOf({
  insults: putDowns,
  slurs: contempt,
  harm: threats,
  solicitation,
  pitch: pitches,
});
const memory = new WeakMap<Reading, readonly Match[]>();

/** What a text says without a bad word in it that offends, and what it offers; read once for the rules that ask. */
export function sayingsIn(reading: Reading): readonly Match[] {
  const known = memory.get(reading);
  if (known) return known;
  const found = patternsIn(patterns, reading);
  memory.set(reading, found);
  return found;
}
