import { Buffer } from 'node:buffer';
import { expect, test } from 'vitest';
import { toLine } from '../../src/commands/moving/lines.ts';
import { readRows } from '../../src/commands/moving/read-lines.ts';
import { Sealer } from '../../src/commands/moving/seal.ts';

async function kindsIn(lines: readonly object[]): Promise<string[]> {
  const sealer = new Sealer();
  const head = { format: 'binh-luan', version: 1, site: null };
  const sealed = [head, ...lines, { kind: 'footer', counts: {} }].map((line) => `${sealer.seal(line)}\n`);
  async function* file() {
    yield Buffer.from(sealed.join(''));
  }
  const kinds: string[] = [];
  for await (const { kind } of readRows(file())) kinds.push(kind);
  return kinds;
}

const word = toLine('word', { site: 'bao', word: 'cấm', effect: 'hold', createdAt: 0 });

test('what an older export says of counted words is passed over, and all else of it is read', async () => {
  const counted = { kind: 'feature', site: 'bao', feature: 7, publish: 1, reject: 0, spam: 2 };
  expect(await kindsIn([word, counted, word])).toEqual(['word', 'word']);
});

test('a line of a kind that nobody knows is refused', async () => {
  await expect(kindsIn([word, { kind: 'tomorrow' }])).rejects.toThrow('line 3 is of a kind');
});
