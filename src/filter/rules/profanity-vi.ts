import { vietnamese, vietnameseHarmless } from '../lists/vietnamese.ts';
import { entriesOf, occurrences, phrasesOf } from '../phrases.ts';
import type { Rule } from '../rule.ts';
import { judgeWording } from '../wording.ts';
import { type Word, wordsOf } from '../words.ts';

/** Vietnamese swearing, insults and slurs, as they are written when nobody hides them. */
export const profanityVi: Rule = {
  name: 'profanity-vi',
  judge: (submission) => judgeWording(submission, offences, 0.8, messages),
};

const profane = phrasesOf(entriesOf(vietnamese));
const harmless = phrasesOf(entriesOf(vietnameseHarmless));

/** What is profane and does not lie within a harmless phrase: "hạt óc chó" is a walnut. */
function offences(text: string): Word[][] {
  const words = wordsOf(text);
  const excused = new Set(occurrences(harmless, words).flat());
  return occurrences(profane, words).filter((found) => !found.some((word) => excused.has(word)));
}

const messages = {
  body: {
    vi: 'Bình luận có từ ngữ thô tục hoặc xúc phạm.',
    en: 'The comment contains vulgar or insulting Vietnamese words.',
  },
  author: {
    vi: 'Tên người gửi có từ ngữ thô tục hoặc xúc phạm.',
    en: 'The name of the author contains vulgar or insulting Vietnamese words.',
  },
};
