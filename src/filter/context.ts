import type { Span } from './finding.ts';
import type { Match } from './lexicon.ts';
import type { Word } from './reading/words.ts';
import type { Reading } from './reading.ts';

/**
 * Whether what stands around an entry shows that it attacks nobody: it is part of a name, said of oneself, said of an
 * animal that somebody keeps or hears, or quoted by who writes of a film or a book.
 */
export function attacksNobody(match: Match, reading: Reading): boolean {
  if (isNamed(match, reading)) return true;
  if (match.entry.group !== 'insults' || match.hidden) return false;
  return isOfOneself(match, reading) || isOfAnimal(match, reading) || isQuoted(match, reading);
}

/** "Đặng Đình Ngu": the last of at least three capitalized words, where not all words are. */
function isNamed({ from, to }: Match, { spoken, text }: Reading): boolean {
  if (to - from > 1) return false;
  const capital = (at: number) => isCapitalized(spoken[at], text);
  const after = spoken[to];
  const stands = capital(from) && capital(from - 1) && capital(from - 2);
  return stands && spoken[from]?.adjoins === true && after !== undefined && !capital(to) && !isShouted(text);
}

function isCapitalized(word: Word | undefined, text: string): boolean {
  return word !== undefined && /^\p{Lu}\p{Ll}+$/u.test(text.slice(word.start, word.end).normalize('NFC'));
}

function isShouted(text: string): boolean {
  return !/\p{Ll}{2}[^\p{L}]+\p{Ll}/u.test(text);
}

const selves = setOf('tôi tui mình em cháu con tớ');
/** What may stand between who speaks and what they say of themselves. */
const linking = setOf(
  'là đúng cũng thật hơi còn đã từng lúc đó hồi khi ấy sao mà bị tự thì cứ vẫn vốn trẻ nhỏ xưa ngày rất quá quả bản thân ơi',
);

function isOfOneself({ from, to }: Match, { spoken }: Reading): boolean {
  const said = spoken.slice(from, to).map(({ text }) => text);
  if (!said.some((word) => follies.has(word)) || said.some((word) => others.has(word))) return false;
  for (let at = from; at >= 0 && from - at <= 5; at--) {
    const word = spoken[at];
    if (!word || (at < from && !spoken[at + 1]?.adjoins)) return false;
    if (at < from && selves.has(word.text)) return !isCalled(spoken[at - 1]);
    if (at < from && !linking.has(word.text)) return false;
  }
  return false;
}

/** "thằng em", "con tôi" are somebody else. */
function isCalled(before: Word | undefined): boolean {
  return before !== undefined && calling.has(before.text);
}

const calling = setOf('thằng con bọn lũ đám tụi chúng anh chị của với cho theo bảo chửi nói kêu gọi thấy');
const follies = setOf('ngu dốt khùng điên đần ngốc dại ngáo hâm');
const others = setOf('mày mi nó bay thằng bọn lũ tụi chúng đồ loại quân đám mẹ cha bố cụ');

const animals = setOf('chó lợn heo bò trâu mèo');
const husbandry = setOf(
  `nuôi giống lông mượt thương cưng dắt xích rọ chuồng trại tạ kg sữa thú y tiêm đêm ngủ ầm inh ỏi tiếng lạ cắn
  dại giá bán gặm xương ăn cơm mèo hàng xóm chủ`,
);

function isOfAnimal(match: Match, reading: Reading): boolean {
  const said = reading.spoken.slice(match.from, match.to).map((word) => word.text);
  if (!said.some((word) => animals.has(word)) || said.some((word) => others.has(word))) return false;
  const around = wordsAround(match, reading).filter((word) => !said.includes(word));
  return around.some((word) => husbandry.has(word)) && !around.some((word) => aiming.has(word));
}

const aiming = setOf('mày mi thằng bọn lũ tụi đồ loại quân như ngu dốt');

const telling = setOf(
  'thoại câu chữ từ lời vai phim kịch sách truyện tiểu thuyết nhân vật diễn viên tác phẩm bài hát đoạn cảnh',
);
const quotation = /["“”«»][^"“”«»]+["“”«»]/g;

function isQuoted({ start, end }: Match, reading: Reading): boolean {
  const { quotes, first, last } = tellingOf(reading);
  if (first === undefined || last === undefined) return false;
  const quote = lastFrom(quotes, start);
  return quote !== undefined && end <= quote.end && (first < quote.start || last >= quote.end);
}

interface Telling {
  quotes: readonly Span[];
  /** Where the first and the last word stand that tell of a film or a book. */
  first: number | undefined;
  last: number | undefined;
}

function tellingOf(reading: Reading): Telling {
  const known = memory.get(reading);
  if (known) return known;
  const words = reading.spoken.filter(({ text }) => telling.has(text));
  const quotes = Array.from(reading.text.matchAll(quotation), ({ 0: quote, index }) => ({
    start: index,
    end: index + quote.length,
  }));
  const found = { quotes, first: words[0]?.start, last: words.at(-1)?.start };
  memory.set(reading, found);
  return found;
}

/** Found once for all that is said in a text. */
const memory = new WeakMap<Reading, Telling>();

/** The last that begins here or before. */
function lastFrom(spans: readonly Span[], place: number): Span | undefined {
  let [from, to] = [0, spans.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((spans[middle]?.start ?? 0) <= place) from = middle + 1;
    else to = middle;
  }
  return spans[from - 1];
}

/** So many words before and after may tell what is spoken of. */
const reach = 15;

/** The words around a match, within its sentence. */
function wordsAround({ from, to }: Match, reading: Reading): string[] {
  const { spoken } = reading;
  const words: string[] = [];
  for (let at = from; at > Math.max(0, from - reach) && !endsBefore(reading, at); at--)
    words.push(spoken[at - 1]?.text ?? '');
  for (let at = to; at < Math.min(spoken.length, to + reach) && !endsBefore(reading, at); at++)
    words.push(spoken[at]?.text ?? '');
  return words;
}

function endsBefore({ spoken, text }: Reading, at: number): boolean {
  return /[.!?\n]/.test(text.slice(spoken[at - 1]?.end ?? 0, spoken[at]?.start ?? 0));
}

/** The words of a text that has spaces between them. */
export function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}
