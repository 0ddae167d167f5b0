import type { Message } from '../finding.ts';
import { type Judgement, mostSpans, type Rule } from '../rule.ts';

/** How a comment is written, whatever it says: hidden signs, shouting, drawn-out letters, no words at all. */
export const shape: Rule = {
  name: 'shape',
  judge: ({ author, body }) => [
    ...pointing(unseen(body), 0.8, messages.unseen),
    ...pointing(body.matchAll(/(\p{L})\1{5,}/giu), 0.5, messages.drawnOut),
    ...pointing(body.matchAll(/[\p{Script=Latin}\p{M}]{40,}/gu), 0.6, messages.unbroken),
    ...when(shouts(body), 0.5, messages.shouting),
    ...when(
      !/[\p{L}\p{N}\p{Extended_Pictographic}\p{Regional_Indicator}]/u.test(body),
      0.6,
      messages.wordless,
    ),
    ...when(unseen(author).length > 0, 0.8, messages.unseenInName),
  ],
};

// Controls, and what turns the direction of writing: they make a text look like another one.
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]+/gu;
// Pasted texts carry these at the edges of words. Inside a Latin word they only serve to split it unseen;
// in emoji and in other scripts they have their uses.
const splitters =
  /(?<=[\p{Script=Latin}\p{N}])(?:\u034f|[\u00ad\u115f\u1160\u180e\u200b-\u200f\u2060-\u2064\u3164\ufeff\uffa0\u{e0020}-\u{e007f}])+(?=[\p{Script=Latin}\p{N}])/gu;

function unseen(text: string): RegExpExecArray[] {
  return [...text.matchAll(controls), ...text.matchAll(splitters)].sort((a, b) => a.index - b.index);
}

function pointing(matches: Iterable<RegExpExecArray>, weight: number, message: Message): Judgement[] {
  return Array.from(matches)
    .slice(0, mostSpans)
    .map(({ 0: run, index: start }) => ({
      verdict: 'hold',
      weight,
      message,
      start,
      end: start + run.length,
    }));
}

function when(applies: boolean, weight: number, message: Message): Judgement[] {
  return applies ? [{ verdict: 'hold', weight, message }] : [];
}

/** At least 20 letters that have a case, more than seven of ten in upper case. */
function shouts(text: string): boolean {
  const upper = text.match(/\p{Lu}/gu)?.length ?? 0;
  const cased = upper + (text.match(/\p{Ll}/gu)?.length ?? 0);
  return cased >= 20 && upper > cased * 0.7;
}

const messages = {
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
