import { expect, test } from 'vitest';
import { shortestPassword } from '../../../src/moderators/moderator.ts';
import { commonPasswords } from '../../../src/moderators/passwords/common.ts';
import { isGuessable } from '../../../src/moderators/passwords/guessable.ts';

const own = ['Trần Quốc Tuấn', 'Lan', 'bao-moi', 'Báo Mới', '😀', '12'];

test.for([
  [
    'common',
    [
      'password',
      '12345678',
      'contortionist',
      'dragon202620',
      '!!Liverpool-1892',
      'PassWord1234',
      'trustno1',
      'anhyeuem',
      'ｐａｓｓｗｏｒｄ',
      'iloveyou1',
    ],
  ],
  [
    'a usual word with numbers',
    ['password12345', 'Admin@2026!', 'binhluan2026', 'matkhau12345', 'passw0rd!!!1'],
  ],
  ['the account’s name', ['tranquoctuan', 'Trần Quốc Tuấn', 'TRAN.QUOC.TUAN.99', 'lanlanlan', 'lan-2026-08']],
  ['a site’s name', ['baomoi2026', 'Báo Mới 123', 'bao-moi-bao-moi']],
  [
    'a row of keys',
    ['qwertyuiop', 'asdfghjkl', 'qwer1234', '1qaz2wsx3edc', 'poiuytrewq', 'zxcvbnm123', 'abcdefgh12'],
  ],
  ['repeated', ['aaaaaaaa', '        ', 'abababab', '11112222', 'abcabcabcabc', 'xyxyxyxyx']],
] as const)('a password is refused that is %s', async ([, passwords]) => {
  for (const password of passwords)
    expect([password, await isGuessable(password, own)]).toEqual([password, true]);
});

test('no composition is asked for: a few words are enough', async () => {
  for (const password of [
    'mật khẩu của Lan',
    'đủ dài rồi đấy',
    'correct horse battery staple',
    'xanhlamsongthu',
    'tre-xanh-mua-ha',
    'bao nhiêu tầng nhà',
    '903817264510',
    'Lan ơi về đi',
    '🦊🍵🚲🌧️🎈📎🧦🥭',
  ])
    expect([password, await isGuessable(password, own)]).toEqual([password, false]);
});

test('the list has the 10,000 that are most common, and all others of it that are long enough', () => {
  expect(commonPasswords.size).toBeGreaterThanOrEqual(10_000);
  expect([...commonPasswords].slice(0, 3)).toEqual(['123456', 'password', '12345678']);
  expect([...commonPasswords].slice(10_000).filter((one) => one.length < shortestPassword)).toEqual([]);
  expect([...commonPasswords].filter((one) => one !== one.toLowerCase())).toEqual([]);
});
