import type { Label, Seen } from '../../../src/filter/own/seen.ts';
import { see } from '../../../src/filter/own/seen.ts';
import { usualNames } from '../../../src/filter/reserved-names.ts';
import { readSubmission, usualHoldAt } from '../../../src/filter/screen.ts';
import { noWords } from '../../../src/filter/site-words.ts';
import { type Row, rowsOf, unlike } from '../rows.ts';
import { type StandIn, standInFrom } from './stand-in.ts';

/** A comment of a site, and what its moderators make of it. */
export interface Comment extends Seen {
  label: Label;
}

/** A kind of site: where its comments come from, and a filter whose models learned from none of them. */
export interface Site {
  name: string;
  /** What the filter's models learned from that is like it. */
  like: 'much' | 'nothing';
  comments: readonly Comment[];
}

const sets = ['vihos', 'vihos-more', 'thien', 'thien-more', 'davidson', 'judol', 'ytspam', 'sms'];

interface Kind {
  name: string;
  /** The collections of which no row was learned from. */
  from: readonly string[];
  /** Those without words that the rules know: contempt, in civil words. */
  civil?: true;
}

const kinds: readonly Kind[] = [
  { name: 'social talk, abuse, as learned from', from: ['vihos-more', 'thien-more'] },
  { name: 'social talk, abuse, of another kind', from: ['thien', 'thien-more'] },
  { name: 'abuse and spam, of another kind', from: ['thien', 'ytspam', 'sms'] },
  { name: 'civil talk, contempt', from: ['thien', 'thien-more'], civil: true },
  { name: 'civil talk, contempt, of another kind', from: ['vihos', 'vihos-more'], civil: true },
  { name: 'spam in another style', from: ['judol'] },
];

export function sitesOf(): Site[] {
  const all = unlike(
    sets.flatMap((set) => rowsOf(`train/${set}`, set)),
    [],
  );
  return kinds.map((kind) => siteOf(kind, all));
}

function siteOf({ name, from, civil }: Kind, all: readonly Row[]): Site {
  const others = all.filter((row) => !from.includes(row.set) && !isSister(row, from));
  const standIn = standInFrom(others.map((row) => ({ ...row, set: row.set.replace('-more', '') })));
  const comments = all.filter((row) => from.includes(row.set)).flatMap((row) => commentOf(row, standIn));
  const like = from.some((set) => set.endsWith('-more') && !from.includes(set.replace('-more', '')))
    ? 'much'
    : 'nothing';
  return { name, like, comments: civil ? comments.filter(({ held }) => !held) : comments };
}

/** Of the same source: where a site is to be unlike all that was learned. */
function isSister({ set }: Row, from: readonly string[]): boolean {
  return set.endsWith('-more') && from.includes(set.replace('-more', ''));
}

const untuned = { ...noWords, holdAt: usualHoldAt, names: usualNames, swearing: 'hold' as const };
const spamSets = ['judol', 'ytspam', 'sms'];

function commentOf(row: Row, standIn: StandIn): Comment[] {
  const texts = readSubmission({ author: '', body: row.text });
  if (!texts) return [];
  const bad: Label = spamSets.includes(row.set) ? 'spam' : 'reject';
  return [{ ...see(texts, untuned), shipped: standIn(row.text), label: row.bad ? bad : 'publish' }];
}
