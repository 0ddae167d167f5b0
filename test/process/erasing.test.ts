import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDataDir } from '../../src/store/files/data-dir.ts';
import { decide, fill } from '../support/filled.ts';
import { newFolder } from '../support/new-folder.ts';
import { runCommand } from '../support/process.ts';

async function startFilled() {
  const env = { DATA_DIR: join(newFolder(), 'data') };
  const database = openDataDir(env.DATA_DIR);
  await fill(database);
  await decide(database, 'sixth', { action: 'reject', to: 'rejected' }, { c: 3 });
  await database.close();
  return async (...args: string[]) => {
    const { code, out, err } = await runCommand(args, { env });
    return [code, out || err];
  };
}

test('nothing is erased before it was said what would be, and then all of it, with the database sound', async () => {
  const run = await startFilled();
  const refused: [string[], string][] = [
    [['comment', 'erase', 'a'], 'this would erase for good a comment of the site "bao"; add --yes to do it'],
    [['comment', 'erase', 'none', '--yes'], 'no comment "none"'],
    [
      ['purge', '--site', 'bao', '--state', 'rejected', '--older-than', '0'],
      'this would erase for good 1 comment of the site "bao"; add --yes to do it',
    ],
    [['site', 'remove', 'demo', '--yes'], 'the site "demo" cannot be removed: every start makes it anew'],
    [['site', 'remove', 'none', '--yes'], 'no site "none"; see site list'],
    [
      ['site', 'remove', 'tin'],
      'this would remove for good the site "tin" with 1 comments on 1 articles; add --yes to do it',
    ],
  ];
  for (const [args, sentence] of refused) expect(await run(...args)).toEqual([1, `error: ${sentence}\n`]);
  expect(await run('comment', 'erase', 'a', '--yes')).toEqual([0, 'a\n']);
  expect(await run('purge', '--site', 'bao', '--state', 'rejected', '--older-than', '0', '--yes')).toEqual([
    0,
    '{"site":"bao","state":"rejected","comments":1}\n',
  ]);
  expect((await run('check'))[0]).toBe(0);
  expect((await run('site', 'remove', 'bao', '--yes'))[0]).toBe(0);
  expect((await run('check'))[0]).toBe(0);
  const [, sites] = await run('site', 'list');
  expect(String(sites).match(/"id":"[a-z]+"/g)).toEqual(['"id":"demo"', '"id":"tin"']);
}, 300_000);
