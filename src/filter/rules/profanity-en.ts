import { Filter } from 'bad-words';
import { englishHarmless } from '../lists/english-harmless.ts';
import { entriesOf, occurrences, phrasesOf } from '../phrases.ts';
import type { Rule } from '../rule.ts';
import { judgeWording } from '../wording.ts';
import { wordsOf } from '../words.ts';

/** English swearing and slurs, by the list of bad-words. */
export const profanityEn: Rule = {
  name: 'profanity-en',
  judge: (submission) =>
    judgeWording(submission, (text) => occurrences(phrases, wordsOf(text)), 0.7, messages),
};

// bad-words writes some entries with stars or a semicolon at the ends. Entries with signs inside (`sh!t`) are
// spellings around a filter, not words; reading a comment is where those belong, so they are left out.
const listed = new Filter().list.map((entry) => entry.toLowerCase().replaceAll(/[*;]/g, ''));
const harmless = new Set(entriesOf(englishHarmless));
const phrases = phrasesOf(listed.filter((entry) => /^[\p{L}\p{N} -]+$/u.test(entry) && !harmless.has(entry)));

const messages = {
  body: {
    vi: 'Bình luận có từ ngữ thô tục hoặc miệt thị bằng tiếng Anh.',
    en: 'The comment contains an English swear word or slur.',
  },
  author: {
    vi: 'Tên người gửi có từ ngữ thô tục hoặc miệt thị bằng tiếng Anh.',
    en: 'The name of the author contains an English swear word or slur.',
  },
};
