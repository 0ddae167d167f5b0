import { setOf } from './context.ts';
import { entriesOf, type Match, meantBy, phrasesOf } from './lexicon.ts';
import { intensifiers, outbursts } from './lists/expletives.ts';
import type { Word } from './reading/words.ts';
import type { Reading } from './reading.ts';

/**
 * Those of the offences in a text that attack nobody: it swears openly, and at no person. Where it has any other offence, or
 * speaks of somebody as who attacks does, there are none.
 */
export function unaimed(offences: readonly Match[], reading: Reading): ReadonlySet<Match> {
  const swearing = offences.every((match) => isExpletive(match) && !match.hidden);
  if (!swearing || namesSomebody(reading)) return nothing;
  return offences.some((match) => hitsSomebody(match, reading)) ? nothing : new Set(offences);
}

const nothing: ReadonlySet<Match> = new Set();

function isExpletive(match: Match): boolean {
  const phrase = meantBy(match);
  return strengthening.has(phrase) || exclaimed.has(phrase);
}

const strengthening = phrases(intensifiers);
const exclaimed = phrases(outbursts);

function phrases(list: string): ReadonlySet<string> {
  return new Set(entriesOf(list).flatMap((line) => phrasesOf(line).map((words) => words.join(' '))));
}

/** Whom one speaks to or of so only to attack. */
const rude = setOf('mày mi mầy nó hắn chúng bọn lũ tụi thằng đứa lão mụ tao bây');
/** What people and those in charge are called by; some of it begins a longer word. */
const people = setOf(
  `ông bà anh chị em cô chú bác cậu mợ dì con cha bố mẹ má cụ ai người dân gái trai bạn thầy sếp chủ đám nhóm ad admin mod
  quan lãnh chính cán công cảnh nhà đảng báo tòa phóng tác bắc nam tàu`,
);
const selves = setOf('em con');
const pointing = setOf('này kia đó ấy nầy đấy nọ nay do');
const english = setOf(
  'you your yours youre ur u yourself he him his she her hers they them their theirs people guy guys man men woman women girl boy mother mom everyone everybody',
);

function namesSomebody({ spoken, written, text }: Reading): boolean {
  if (text.includes('@') || written.some((word) => english.has(word.text))) return true;
  return spoken.some(
    (word, at) => rude.has(word.text) || (people.has(word.text) && pointing.has(spoken[at + 1]?.text ?? '')),
  );
}

/** So many words after it may be whom it hits: "đm cái ông này". */
const reach = 3;

function hitsSomebody(match: Match, { spoken, text }: Reading): boolean {
  if (!exclaimed.has(meantBy(match))) return false;
  const next = spoken.findIndex(({ start }) => start >= match.end);
  const after = next < 0 ? [] : adjoining(spoken.slice(next, next + reach));
  const before = spoken.findLast(({ end }) => end <= match.start)?.text ?? '';
  const isSaidBy = people.has(before) && !selves.has(before);
  return isSaidBy || after.some((word) => people.has(word.text) || isName(word, text));
}

/** Up to a sign that ends the phrase. */
function adjoining(words: readonly Word[]): readonly Word[] {
  const end = words.findIndex(({ adjoins }) => !adjoins);
  return end < 0 ? words : words.slice(0, end);
}

function isName({ start, end }: Word, text: string): boolean {
  return /^\p{Lu}\p{Ll}/u.test(text.slice(start, end).normalize('NFC'));
}
