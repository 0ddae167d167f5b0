import { Filter } from 'bad-words';
import type { Message } from '../finding.ts';
import { entriesOf, lexiconOf, type Match, matchesOf } from '../lexicon.ts';
import { englishAdded, englishHarmless, englishLinking, englishMild } from '../lists/english-harmless.ts';
import type { Reading } from '../reading.ts';
import type { Rule } from '../rule.ts';
import { type SiteWords, unexcused } from '../site-words.ts';
import { judgeWording } from '../wording.ts';

/** English swearing and slurs, by the list of bad-words, however they are disguised. */
export const profanityEn: Rule = {
  name: 'profanity-en',
  judge: (read, _, site) =>
    judgeWording(read, (reading) => offences(reading, site), { sayings, swearing: site.swearing }),
};

// bad-words writes some entries with stars or a semicolon at the ends. Entries with signs inside (`sh!t`) are
// spellings around a filter, which reading undoes, so they are left out.
const listed = new Filter().list.map((entry) => entry.toLowerCase().replaceAll(/[*;]/g, ''));
const harmless = new Set(entriesOf(englishHarmless));
const kept = listed.filter((entry) => /^[\p{L} -]+$/u.test(entry) && !harmless.has(entry));
const mild = new Set(entriesOf(englishMild));
const linking = new Set(entriesOf(englishLinking));
const strong = [...kept, ...entriesOf(englishAdded)].filter((entry) => !mild.has(entry));
const lexicon = lexiconOf({ swearing: [...new Set(strong)].join('\n'), mild: englishMild });

function offences(reading: Reading, { passed }: SiteWords): readonly Match[] {
  const matches = matchesOf(lexicon, reading, reading.written).filter(
    ({ entry, hidden }) => !hidden || isLong(entry),
  );
  return unexcused(matches, reading, passed).map((match) => graded(match, reading));
}

/** Who takes a mild word into a Vietnamese comment means to swear, as does who hides it or says it of something. */
function graded(match: Match, { marking, written }: Reading): Match {
  const isMild = match.entry.group === 'mild' && !match.hidden && marking === 'none';
  return isMild && !linking.has(written[match.from - 1]?.text ?? '') ? { ...match, strength: 'weak' } : match;
}

// What is left of a short word behind digits and stars can be anything.
function isLong({ words }: Match['entry']): boolean {
  return words.length > 1 || (words[0]?.text.length ?? 0) > 3;
}

const sayings: Readonly<Record<string, Message>> = {
  swearing: { vi: 'Từ ngữ thô tục hoặc miệt thị bằng tiếng Anh', en: 'An English swear word or slur' },
  mild: { vi: 'Từ ngữ thô tục hoặc miệt thị bằng tiếng Anh', en: 'An English swear word or slur' },
};
