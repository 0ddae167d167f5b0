import { attacksNobody } from '../context.ts';
import type { Message } from '../finding.ts';
import { lexiconOf, type Match, matchesOf } from '../lexicon.ts';
import { harm, insults, slurs, vietnameseHarmless, vulgar } from '../lists/vietnamese.ts';
import type { Reading } from '../reading.ts';
import type { Rule } from '../rule.ts';
import { sayingsIn } from '../sayings.ts';
import { type SiteWords, touching, unexcused } from '../site-words.ts';
import { judgeWording } from '../wording.ts';

/** Vietnamese swearing, insults, slurs and threats, by their sense and however they are disguised. */
export const profanityVi: Rule = {
  name: 'profanity-vi',
  judge: (read, _, site) =>
    judgeWording(read, (reading) => offences(reading, site), { sayings, swearing: site.swearing }),
};

const lexicon = lexiconOf({ vulgar, insults, slurs, harm });
const harmless = lexiconOf({ harmless: vietnameseHarmless });

/** What has no word of a harmless phrase in it: "hạt óc chó" is a walnut. */
function offences(reading: Reading, { passed }: SiteWords): readonly Match[] {
  const matches = matchesOf(lexicon, reading, reading.spoken);
  const aimed = unconcerned(matches, reading).filter((match) => !attacksNobody(match, reading));
  const more = apartFrom(aimed, offending(reading));
  const found = [...aimed, ...more].sort((one, other) => one.start - other.start);
  return unexcused(found, reading, passed);
}

function offending(reading: Reading): Match[] {
  return sayingsIn(reading).filter(({ entry }) => entry.group !== 'pitch');
}

/** Those that say something of words about which nothing is said yet. */
function apartFrom(known: readonly Match[], matches: readonly Match[]): Match[] {
  return matches.filter((match) => touching(known, match).length === 0);
}

function unconcerned(matches: readonly Match[], reading: Reading): readonly Match[] {
  if (matches.length === 0) return [];
  const excuses = matchesOf(harmless, reading, reading.spoken);
  return matches.filter((match) => touching(excuses, match).length === 0);
}

const sayings: Readonly<Record<string, Message>> = {
  vulgar: { vi: 'Từ ngữ thô tục', en: 'Obscene wording' },
  insults: { vi: 'Lời xúc phạm', en: 'An insult' },
  slurs: { vi: 'Lời miệt thị một nhóm người', en: 'A slur against a group of people' },
  harm: { vi: 'Lời đe dọa hoặc cầu mong điều ác', en: 'A threat or a wish of harm' },
  solicitation: { vi: 'Lời gạ gẫm', en: 'A sexual proposition' },
};
