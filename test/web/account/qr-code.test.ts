import { expect, test } from 'vitest';
import { qrCode } from '../../../src/web/account/qr-code.ts';
import { encodeQr } from '../../../src/web/account/qr-codewords.ts';
import { drawQr } from '../../../src/web/account/qr-grid.ts';

/** Read back as “Bình luận” by other software. */
const known = [
  '#######.####..#######',
  '#.....#.##.##.#.....#',
  '#.###.#.#...#.#.###.#',
  '#.###.#...#.#.#.###.#',
  '#.###.#.##..#.#.###.#',
  '#.....#....##.#.....#',
  '#######.#.#.#.#######',
  '..........###........',
  '#..#######..##..#.###',
  '..#.##....#.####..#.#',
  '.####.##.....##....#.',
  '..##...#.###.##.##..#',
  '####.##.#.#..#...#.##',
  '........#...###.##.##',
  '#######.###.#...#.#..',
  '#.....#.##......###.#',
  '#.###.#.###..#.#.#.#.',
  '#.###.#.####..#......',
  '#.###.#...#.##.###.##',
  '#.....#...####...####',
  '#######.#.##.###.....',
];

function rowsOf(text: string): string[] {
  const content = encodeQr(text);
  if (!content) return [];
  const { size, modules } = drawQr(content);
  const marks = [...modules].map((module) => ['.', '#'][module] ?? '?').join('');
  return Array.from({ length: size }, (_, row) => marks.slice(row * size, (row + 1) * size));
}

test('a text is drawn as a code that readers know', () => {
  expect(rowsOf('Bình luận')).toEqual(known);
});

test.each([
  [14, 21],
  [15, 25],
  [26, 25],
  [27, 29],
  [84, 37],
  [122, 45],
  [180, 53],
  [181, 57],
  [213, 57],
])('%i letters take %i modules a side, all of them drawn', (letters, side) => {
  const rows = rowsOf('a'.repeat(letters));
  expect([rows.length, rows.join('').includes('?')]).toEqual([side, false]);
});

test('a text that is too long for a code is shown without one', () => {
  expect(String(qrCode('a'.repeat(213), ''))).toContain('<svg');
  expect(String(qrCode('a'.repeat(214), ''))).toBe('');
});

test('every dark module is in the picture, dark on light, with a margin', () => {
  const picture = String(qrCode('Bình luận', 'Mã “QR”'));
  expect(picture).toContain('aria-label="Mã “QR”" width="116" height="116"');
  expect(picture).toContain('viewBox="-4 -4 29 29"');
  const drawn = [...picture.matchAll(/h(\d+)v1h-/g)].reduce((sum, [, run]) => sum + Number(run), 0);
  expect(drawn).toBe(known.join('').replaceAll('.', '').length);
});
