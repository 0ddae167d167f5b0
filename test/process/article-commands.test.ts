import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { storeComment } from '../../src/store/comments/comments.ts';
import { openDataDir } from '../../src/store/files/data-dir.ts';
import { usual } from '../support/filled.ts';
import { newFolder } from '../support/new-folder.ts';
import { runCommand } from '../support/process.ts';

async function fill(directory: string): Promise<void> {
  const database = openDataDir(directory);
  for (const [id, key] of [
    ['a', '/tin/a, b'],
    ['b', '/tin/có'],
    ['c', '/tin/có'],
  ] as const) {
    const article = { key, title: '', url: '' };
    await storeComment(database, {
      ...usual,
      id,
      site: 'demo',
      article,
      state: 'published',
      idempotency: undefined,
    });
  }
  await database.close();
}

test('an operator lists, tries, moves by a map, and takes it back', async () => {
  const folder = newFolder();
  const env = { DATA_DIR: join(folder, 'data') };
  const run = async (...args: string[]) => {
    const { code, out, err } = await runCommand(args, { env });
    return { code, err, lines: out.trim() === '' ? [] : out.trim().split('\n') };
  };
  const json = async (...args: string[]) => {
    const { code, lines, err } = await run(...args);
    expect([code, err]).toEqual([0, '']);
    return lines.map((one) => JSON.parse(one));
  };
  const map = join(folder, 'moves.csv');
  writeFileSync(map, '/khong-co,/x\n"/tin/a, b/",/tin/ab\r\n\n/tin/c%C3%B3,/tin/ab\n');
  expect(await run('article', 'move', 'demo', '--map', map)).toMatchObject({
    code: 1,
    err: 'error: nothing was moved: no article at /khong-co\n',
  });
  await fill(env.DATA_DIR);
  const keys = async () => (await json('article', 'list', 'demo')).map(({ key, count }) => [key, count]);
  const before = [
    ['/tin/có', 2],
    ['/tin/a, b', 1],
  ];
  expect(await keys()).toEqual(before);
  const told = {
    moved: [
      { from: '/tin/a, b', to: '/tin/ab', comments: 1, merged: false },
      { from: '/tin/có', to: '/tin/ab', comments: 2, merged: true },
    ],
    missing: ['/khong-co'],
  };
  expect(await json('article', 'move', 'demo', '--map', map, '--dry-run')).toEqual([
    { act: null, ...told, dryRun: true },
  ]);
  expect(await keys()).toEqual(before);
  const [{ act, ...moved }] = await json('article', 'move', 'demo', '--map', map);
  expect(moved).toEqual(told);
  expect(await keys()).toEqual([['/tin/ab', 3]]);
  expect((await json('act', 'list'))[0]).toMatchObject({
    id: act,
    kind: 'move',
    by: null,
    details: { articles: 2, comments: 3 },
  });
  expect((await run('act', 'undo', act)).code).toBe(0);
  expect((await run('act', 'undo', act)).code).toBe(1);
  expect((await keys()).sort()).toEqual([...before].sort());
  expect((await run('check')).code).toBe(0);
});

test.each([
  [['/a'], 'give the old key and the new one, or --map FILE'],
  [['/a', '/b', '--map', 'x.csv'], 'give the old key and the new one, or --map FILE'],
  [['/a', ' '], 'give an old key and a new one, 512 characters at most'],
  [['/a', `/${'b'.repeat(600)}`], 'give an old key and a new one, 512 characters at most'],
])('article move demo %j is refused in one line', async (args, sentence) => {
  const env = { DATA_DIR: join(newFolder(), 'data') };
  const { code, out, err } = await runCommand(['article', 'move', 'demo', ...args], { env });
  expect([code, out, err]).toEqual([1, '', `error: ${sentence}\n`]);
});
