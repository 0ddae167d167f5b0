import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDataDir } from '../../src/store/files/data-dir.ts';
import { fill } from '../support/filled.ts';
import { newFolder } from '../support/new-folder.ts';
import { runCommand } from '../support/process.ts';

test('a publication leaves by one command and comes back by another', async () => {
  const folder = newFolder();
  const env = { DATA_DIR: join(folder, 'data') };
  const run = (...args: string[]) => runCommand(args, { env });
  const database = openDataDir(env.DATA_DIR);
  await fill(database);
  await database.close();
  await run('site', 'add', 'moi', '--name', 'Mới', '--origin', 'https://bao.example');
  for (const [format, from] of [
    ['jsonl', 'jsonl'],
    ['wxr', 'wordpress'],
  ] as const) {
    const left = await run('export', '--format', format, '--site', 'bao');
    expect([left.code, left.err]).toEqual([
      0,
      'this holds e-mail addresses of readers: delete it after the move\n',
    ]);
    const file = join(folder, `bao.${format}`);
    writeFileSync(file, left.out);
    const came = await run('import', '--from', from, file, '--site', 'moi');
    expect([came.code, JSON.parse(came.out)]).toMatchObject([0, { articles: [{ key: '/bai-viet' }] }]);
  }
  expect(await run('export', '--format', 'jsonl')).toMatchObject({
    code: 1,
    err: 'error: export --format takes --site ID: whose comments\n',
  });
  expect((await run('check')).code).toBe(0);
});
