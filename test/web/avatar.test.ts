import { expect, test } from 'vitest';
import { avatar } from '../../src/web/frame/avatar.ts';

const letterOf = (name: string, badge?: string) => String(avatar(name, badge)).match(/>(.*)</s)?.[1];
const hueOf = (name: string) => Number(String(avatar(name)).match(/data-hue="(\d)"/)?.[1]);

test.each([
  ['Lan Anh', 'A'],
  ['nguyễn văn đức', 'Đ'],
  ['Trần Thị Ánh', 'Á'],
  ['Nguyễn Thị Yến'.normalize('NFD'), 'Y'],
  ['Đinh Ẩn'.normalize('NFD'), 'Ẩ'],
  ['Hà q̃uê', 'Q̃'],
  ['Bạn đọc (Hà Nội)', 'N'],
  ['“Cô Ba”', 'B'],
  ['Minh 84', '8'],
  ['Lan Anh 🌸', 'A'],
  ['🌸', '🌸'],
  ['👨‍👩‍👧 👍🏽', '👍🏽'],
  ['李明', '李'],
  ['𠮷田', '𠮷'],
  ['Straße ßen', 'S'],
  ['  Mai  ', 'M'],
  ['', ''],
])('who is called %j has the letter %j', (name, letter) => {
  expect(letterOf(name)).toBe(letter);
});

test('the newsroom is known by its first word and has no hue', () => {
  expect(String(avatar('Báo Mới', 'newsroom'))).toBe(
    '<span class="avatar newsroom" aria-hidden="true">B</span>',
  );
});

test('a name is never markup', () => {
  expect(letterOf('<')).toBe('&lt;');
});

test('a name has one hue however it is typed, and a hundred names have all eight', () => {
  const names = Array.from({ length: 100 }, (_, index) => `Nguyễn Văn ${index}`);
  expect(names.map((name) => hueOf(name.normalize('NFD')))).toEqual(names.map(hueOf));
  expect(new Set(names.map(hueOf))).toEqual(new Set([0, 1, 2, 3, 4, 5, 6, 7]));
});
