import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { FormatName } from '../../src/moving/formats/formats.ts';
import { pathOf, refusal } from './support.ts';

/** How many are found in a file, or the sentence that refuses it. */
async function outcomeOf(format: FormatName, bytes: Uint8Array): Promise<number | string> {
  const outcome = await refusal(format, bytes);
  return typeof outcome === 'string' ? outcome : outcome.length;
}

/** Places to cut: all of them near both ends, and some in between. */
function cuts(length: number): number[] {
  const near = 12;
  const step = Math.max(1, Math.floor(length / 40));
  return [...Array(length).keys()].filter((at) => at < near || at > length - near || at % step === 0);
}

const whole: [FormatName, string][] = [
  ['disqus', 'disqus.xml'],
  ['disqus', 'disqus-wxr.xml'],
  ['wordpress', 'wordpress.xml'],
  ['isso', 'isso.db'],
  ['isso', 'isso-threads.json'],
  ['artalk', 'artalk.artrans'],
  ['waline', 'waline.json'],
  ['twikoo', 'twikoo.json'],
  ['twikoo', 'twikoo-wrapped.json'],
  ['commento', 'commento.json'],
  ['commento', 'commento.json.gz'],
  ['remark42', 'remark42.gz'],
];

test.each(whole)('a file of %s (%s) that was cut anywhere is refused in one line', async (format, name) => {
  const bytes = readFileSync(pathOf(name));
  const end = bytes.toString('latin1').trimEnd().length;
  const taken: unknown[] = [];
  for (const at of cuts(name.endsWith('gz') || name.endsWith('db') ? bytes.length : end)) {
    const outcome = await outcomeOf(format, bytes.subarray(0, at));
    if (typeof outcome === 'number' || /[\n\ufffd]/.test(outcome)) taken.push([at, outcome]);
  }
  expect(taken).toEqual([]);
});

test('of a file of lines that was cut only whole lines are taken', async () => {
  const bytes = readFileSync(pathOf('twikoo-lines.jsonl'));
  const ends = [...bytes.entries()].flatMap(([at, byte]) => (byte === 10 ? [at, at + 1] : []));
  for (const at of cuts(bytes.toString('latin1').trimEnd().length)) {
    const outcome = await outcomeOf('twikoo', bytes.subarray(0, at));
    expect([at, typeof outcome === 'number']).toEqual([at, ends.includes(at)]);
  }
});
