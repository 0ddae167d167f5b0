import type { Message, Span, Verdict } from '../finding.ts';
import type { Reading } from '../reading.ts';
import { type Judgement, mostSpans, type Rule } from '../rule.ts';
import { styledWords } from '../styled.ts';

/** How a comment is written, whatever it says: hidden signs, shouting, drawn-out letters, no words at all. */
export const shape: Rule = {
  name: 'shape',
  judge: ({ author: { text: author }, body: reading }) => judgeShape(author, reading),
};

function judgeShape(author: string, reading: Reading): Judgement[] {
  const body = reading.text;
  return [
    ...spans(unseen(body), 0.8, messages.unseen),
    ...spans(drawnOut(body), 0.05, messages.drawnOut, 'pass'),
    ...spans(unbroken(body), 0.6, messages.unbroken),
    ...spans(styled(body), 0.6, messages.styled),
    ...spans(mixedWords(reading), 0.7, messages.mixed),
    ...when(shouts(body), 0.1, messages.shouting, 'pass'),
    ...when(isWordless(body), 0.6, messages.wordless),
    ...when(unseen(author).length > 0, 0.8, messages.unseenInName),
  ];
}

function spans(
  found: readonly Span[],
  weight: number,
  message: Message,
  verdict: Verdict = 'hold',
): Judgement[] {
  return found.slice(0, mostSpans).map(({ start, end }) => ({ verdict, weight, message, start, end }));
}

/** A comment wholly in such letters is only decorated; a few of them among others are there to be missed. */
function styled(body: string): Span[] {
  const found = styledWords(body);
  if (found.length === 0) return [];
  const letters = found.reduce((sum, { start, end }) => sum + end - start, 0);
  const others = body.match(/\p{Ll}|[A-Z]/gu)?.length ?? 0;
  return others * 2 > letters ? found.slice(0, 3) : [];
}

/** Words with letters of two alphabets in them. */
function mixedWords({ written }: Reading): Span[] {
  return written.filter(({ hiding }) => hiding === 'foreign');
}

// Controls, and what turns the direction of writing: they make a text look like another one.
const controls =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u0081\u008d\u008f\u0090\u009d\u202a-\u202e\u2066-\u2069]+/gu;
// Pasted texts carry these at the edges of words. Inside a Latin word they only serve to split it unseen;
// in emoji and in other scripts they have their uses.
const splitters =
  /(?<=[\p{Script=Latin}\p{N}])(?:\u034f|[\u00ad\u115f\u1160\u180e\u200b-\u200f\u2060-\u2064\u3164\ufeff\uffa0\u{e0020}-\u{e007f}])+(?=[\p{Script=Latin}\p{N}])/gu;

const maySplit = /\u034f|[\u00ad\u115f\u1160\u180e\u200b-\u200f\u2060-\u2064\u3164\ufeff\uffa0\udb40]/;

function unseen(text: string): Span[] {
  const found = placesOf(text.matchAll(controls));
  if (!maySplit.test(text)) return found;
  return [...found, ...placesOf(text.matchAll(splitters))].sort((a, b) => a.start - b.start);
}

/** One letter, with its marks, six times or more. */
function drawnOut(text: string): Span[] {
  if (!mayBeDrawnOut(text)) return [];
  return placesOf(text.matchAll(/(\p{L}\p{M}{0,3})\1{5,}/gu));
}

/** A cheap look first, as hardly any text has any: one unit three times, or marks apart from their letters. */
function mayBeDrawnOut(text: string): boolean {
  let [before, run] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    run = unit === before ? run + 1 : 1;
    if (run === 3 || unit > 0xd7ff || isMark(unit)) return true;
    before = unit;
  }
  return false;
}

function isMark(unit: number): boolean {
  return unit >= 0x300 && (unit < 0x1e00 || unit > 0x1eff) && /\p{M}/u.test(String.fromCharCode(unit));
}

/** A word that is only drawn out ("soooo much") is not one; a cheap look first, as hardly any text has any. */
function unbroken(text: string): Span[] {
  if (!hasLongWord(text)) return [];
  const found = [...text.matchAll(/[\p{Script=Latin}\p{M}]{40,}/gu)];
  return placesOf(found.filter(([word]) => word.replace(/(\p{L}\p{M}{0,3})\1+/gu, '$1').length >= 20));
}

function hasLongWord(text: string): boolean {
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) <= 32) start = at + 1;
    else if (at - start >= 39) return true;
  }
  return false;
}

function placesOf(matches: Iterable<RegExpExecArray>): Span[] {
  return Array.from(matches, ({ 0: run, index: start }) => ({ start, end: start + run.length }));
}

function when(applies: boolean, weight: number, message: Message, verdict: Verdict = 'hold'): Judgement[] {
  return applies ? [{ verdict, weight, message }] : [];
}

// ":)))", ";-)", "=))", "^_^": a smile says something.
const smiles = /^(?:\s*(?:[:;=]-?'?[()[\]|*<>]+|\^[_.]*\^|>[_.]+<)[\s!.]*)+$/;

function isWordless(text: string): boolean {
  return !/[\p{L}\p{N}\p{Extended_Pictographic}\p{Regional_Indicator}]/u.test(text) && !smiles.test(text);
}

/** At least 20 letters that have a case, more than seven of ten in upper case. */
function shouts(text: string): boolean {
  if (isMostlySmall(text)) return false;
  const [lower, upper] = [text.toLowerCase(), text.toUpperCase()];
  let [cased, capital] = [0, 0];
  // Where a letter has no single counterpart the texts fall out of step, and nothing is said.
  if (lower.length !== text.length || upper.length !== text.length) return false;
  for (let at = 0; at < text.length; at++) {
    if (lower[at] === upper[at]) continue;
    cased++;
    if (text[at] === upper[at]) capital++;
  }
  return cased >= 20 && capital > cased * 0.7;
}

/** Whether small letters alone are more than the share of others that shouting may have. */
function isMostlySmall(text: string): boolean {
  let small = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 97 && unit <= 122) small++;
  }
  return small > text.length * 0.3;
}

const messages = {
  styled: {
    vi: 'Chữ kiểu đặc biệt, không gõ từ bàn phím, thường dùng để né bộ lọc.',
    en: 'Letters in a style that no keyboard types, which are often used to get past a filter.',
  },
  mixed: {
    vi: 'Trong một từ có chữ cái của bảng chữ cái khác trông giống chữ Latinh.',
    en: 'A word has letters of another alphabet that look like Latin ones.',
  },
  unseen: {
    vi: 'Có ký tự ẩn hoặc ký tự điều khiển, thường dùng để che giấu nội dung.',
    en: 'Invisible or control characters, which are often used to hide what a text says.',
  },
  unseenInName: {
    vi: 'Tên người gửi có ký tự ẩn hoặc ký tự điều khiển.',
    en: 'The name of the author has invisible or control characters.',
  },
  drawnOut: {
    vi: 'Một chữ cái được lặp lại nhiều lần liên tiếp.',
    en: 'One letter is repeated many times in a row.',
  },
  unbroken: {
    vi: 'Một từ quá dài, không có khoảng trắng.',
    en: 'One word is overlong, without a space.',
  },
  shouting: {
    vi: 'Bình luận viết gần như toàn chữ in hoa.',
    en: 'The comment is written almost entirely in capital letters.',
  },
  wordless: {
    vi: 'Bình luận không có chữ cái, chữ số hay biểu tượng cảm xúc nào.',
    en: 'The comment has no letter, digit or emoji.',
  },
};
