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

function isOfAnimal({ from, to, start, end }: Match, { spoken, text }: Reading): boolean {
  const said = spoken.slice(from, to).map((word) => word.text);
  if (!said.some((word) => animals.has(word)) || said.some((word) => others.has(word))) return false;
  const around = sentenceAround(text, start, end).filter((word) => !said.includes(word));
  return around.some((word) => husbandry.has(word)) && !around.some((word) => aiming.has(word));
}

const aiming = setOf('mày mi thằng bọn lũ tụi đồ loại quân như ngu dốt');

const telling = setOf(
  'thoại câu chữ từ lời vai phim kịch sách truyện tiểu thuyết nhân vật diễn viên tác phẩm bài hát đoạn cảnh',
);
const quotation = /["“”«»][^"“”«»]+["“”«»]/g;

function isQuoted({ start, end }: Match, { text }: Reading): boolean {
  for (const { 0: quote, index } of text.matchAll(quotation)) {
    if (index > start || end > index + quote.length) continue;
    return wordsIn(text.slice(0, index) + text.slice(index + quote.length)).some((word) => telling.has(word));
  }
  return false;
}

function sentenceAround(text: string, start: number, end: number): string[] {
  const from = text.slice(0, start).search(/[^.!?\n]*$/);
  const to = text.slice(end).search(/[.!?\n]|$/);
  return wordsIn(text.slice(from, end + to));
}

function wordsIn(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}
