import { expect, test } from 'vitest';
import { spelledWordsIn, wordsIn } from '../../../src/language/search/words.ts';

test('words are the same, whether they are read all at once or each by itself', () => {
  const texts = [
    'Cảm ơn tòa soạn: HÒA, hoà và THÚY đều là một!',
    'a\u0323\u0302m, x\u0301 và chữ rời \u0301 không',
    'ΟΔΟΣ και Σ, İstanbul, ﬁ, ½, Ⅷ, 15h30’, mail@báo.vn',
    '',
  ];
  for (const text of texts) expect(spelledWordsIn(text)).toEqual(wordsIn(text).map(({ word }) => word));
});
