import { expect, test } from 'vitest';
import { legend, roundUp, shareBars, stackedBars } from '../../../src/web/statistics/chart.ts';

const text = { id: 'daily', title: 'Bình luận mỗi ngày', summary: 'Tổng cộng 60 bình luận.' };
const layers = [
  { name: 'published', label: 'Đã đăng' },
  { name: 'spam', label: 'Spam' },
];
const columns = [
  { tick: '1/2', told: 'mùng một', parts: [30, 10] },
  { tick: '', told: 'mùng hai', parts: [20, 0] },
];

/** The attributes of every element of a name, in order. */
function attributes(drawn: unknown, name: string, wanted: readonly string[]): string[][] {
  return [...String(drawn).matchAll(new RegExp(`<${name} ([^>]*?)/?>`, 'g'))].map(([, all = '']) =>
    wanted.map((one) => new RegExp(`(?:^| )${one}="([^"]*)"`).exec(all)?.[1] ?? ''),
  );
}

test('the layers of a bar stand on each other, and an empty one is left out', async () => {
  const drawn = await stackedBars(text, layers, columns, String);
  const bars = attributes(drawn, 'rect', ['class', 'x', 'width', 'y', 'height', 'fill']);
  expect(bars.filter(([name]) => name === 'layer')).toEqual([
    ['layer', '7%', '36%', '69.5', '142.5', 'url(#daily-published)'],
    ['layer', '7%', '36%', '22', '47.5', 'url(#daily-spam)'],
    ['layer', '57%', '36%', '117', '95', 'url(#daily-published)'],
  ]);
});

test('a chart is one picture with a name and a summary', async () => {
  for (const drawn of [await stackedBars(text, layers, columns, String), await shareBars(text, [])]) {
    expect(attributes(drawn, 'svg', ['role', 'aria-labelledby', 'aria-describedby'])).toEqual([
      ['img', 'daily-title', 'daily-desc'],
    ]);
    expect(String(drawn)).toContain('<title id="daily-title">Bình luận mỗi ngày</title>');
    expect(String(drawn)).toContain('<desc id="daily-desc">Tổng cộng 60 bình luận.</desc>');
  }
});

test('every layer has a pattern, and the legend shows it from the top down', async () => {
  const drawn = String(await stackedBars(text, layers, columns, String));
  const key = await legend('daily', layers);
  const fills = attributes(key, 'rect', ['fill']).flat();
  expect(fills).toEqual(['url(#daily-spam)', 'url(#daily-published)']);
  for (const fill of fills) expect(drawn).toContain(`<pattern id="${fill.slice(5, -1)}"`);
});

test('a share is a bar of that much of the width', async () => {
  const rows = [
    { label: 'Liên kết', share: 0.125, said: '12,5%', told: '1 trên 8' },
    { label: 'Quảng cáo', share: 0, said: '0%', told: '0 trên 9' },
  ];
  const bars = attributes(await shareBars(text, rows), 'rect', ['class', 'width', 'y']);
  expect(bars).toEqual([
    ['track', '100%', '26'],
    ['wrong', '12.5%', '26'],
    ['track', '100%', '74'],
    ['wrong', '0%', '74'],
  ]);
});

test('what people wrote is escaped, and nothing is styled inline', async () => {
  const evil = { ...text, title: '<script>', summary: '"><b>' };
  const drawn = String(
    await stackedBars(evil, layers, [{ tick: '<i>', told: '<u>', parts: [1, 1] }], String),
  );
  expect(drawn).not.toMatch(/<(script|b|i|u)>/);
  expect(drawn).not.toContain('style=');
});

test('the scale ends at a round number that can be halved', () => {
  expect([0, 1, 2, 3, 5, 9, 10, 11, 25, 40, 99, 260, 7001, 90_000].map(roundUp)).toEqual([
    2, 2, 2, 4, 6, 10, 10, 20, 30, 40, 100, 300, 8000, 100_000,
  ]);
});
