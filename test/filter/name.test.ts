import { describe, expect, test } from 'vitest';
import { givens, surnames } from '../../bench/seed/words.ts';
import { compileNames } from '../../src/filter/reserved-names.ts';
import { quiet, rules, screen } from './by-hand.ts';
import { faultOf, withFault } from './faulted.ts';

const own = compileNames(['Báo Mới', 'Chuyên mục Đời Sống'], ['Trần Quốc Tuấn', 'Lan']);

const screened = (author: string, names = own) =>
  screen({ author, body: 'Bài viết rất hữu ích.' }, quiet, rules, { names }).findings.map(({ rule }) => rule);

describe('name', () => {
  test('on: holds who speaks for the newsroom', () => {
    const { verdict, findings } = screen({ author: 'Tòa soạn', body: 'Bài viết rất hữu ích.' });
    expect([verdict, findings]).toEqual([
      'hold',
      [
        {
          rule: 'name',
          verdict: 'hold',
          message: {
            vi: 'Tên người gửi giống tên dành riêng “tòa soạn”.',
            en: 'The author’s name reads like the reserved name “tòa soạn”.',
          },
        },
      ],
    ]);
  });

  test.each([
    'Ban biên tập',
    'BAN BIÊN TẬP',
    'Tòa soạn',
    'Toà soạn Báo Mới',
    'Toa soan',
    'T.ò.a s.o.ạ.n',
    'Admin',
    'Аdmin',
    'ａｄｍｉｎ',
    'Adm1n',
    'admin_baomoi',
    'BTV. Báo Mới',
    'Quản trị viên',
    'Quan tri vien',
    'Báo Mới',
    'Báo Mới Online',
    'Trần Quốc Tuấn',
    'Tran Quoc Tuan',
    'Lan',
    'Mod',
    'Chuyên mục Đời sống',
  ])('on: holds who signs as %s', (author) => {
    expect(screened(author)).toEqual(['name']);
  });

  test.each([
    'Nguyễn Thị Tòa',
    'Lan Anh',
    'Ngọc Lan',
    'Trần Quốc Tuấn Anh',
    'Modeste',
    'Adminh',
    'Soạn',
    'Bạn đọc',
    'Một bạn đọc mới',
    'Phan Quản',
    'Đỗ Quang Trị',
    'Cựu giáo viên',
    'Người Hà Nội',
  ])('off: lets %s be', (author) => {
    expect(screened(author)).toEqual([]);
  });

  test('off: no usual name of a person is held', () => {
    const names = surnames.flatMap((surname) => givens.map((given) => `${surname} ${given}`));
    expect(names.length).toBeGreaterThan(100);
    expect(names.filter((author) => screened(author, compileNames([], [])).length > 0)).toEqual([]);
  });

  test('faulted: holds the comment', () => {
    const { verdict, findings } = screen({ author: 'Hòa', body: 'Hay.' }, quiet, withFault('name'));
    expect([verdict, findings]).toEqual(['hold', [faultOf('name')]]);
  });
});
