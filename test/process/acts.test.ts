import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newFolder } from '../support/new-folder.ts';
import { runCommand } from '../support/process.ts';

interface Listed {
  kind?: string;
  action?: string;
  access: string;
  site: string | null;
  account: string | null;
  details: Record<string, unknown>;
}

function commandsIn(directory: string) {
  return async (args: string, input = '') => {
    const { code, out, err } = await runCommand(args.split(' '), { env: { DATA_DIR: directory }, input });
    expect([args, code, code === 0 ? '' : err]).toEqual([args, 0, '']);
    return out;
  };
}

async function actsOf(run: ReturnType<typeof commandsIn>): Promise<Listed[]> {
  const lines = (await run('act list')).trim().split('\n');
  return lines.map((line): Listed => JSON.parse(line)).reverse();
}

test('whatever a command changes, copies or takes out is in the log, in order, as done by a command', async () => {
  const folder = newFolder();
  const run = commandsIn(join(folder, 'data'));
  await run('site add bao --name Báo --origin https://bao.example');
  await run('site set bao likes off');
  await run('moderator add Lan --role moderator --site bao', 'một mật khẩu rất lạ\n');
  await run('moderator token Lan --name máy --scope read --days 30');
  await run('moderator password Lan --end-tokens', 'mật khẩu khác hẳn rồi\n');
  await run('moderator unlock Lan');
  await run('moderator disable Lan');
  await run('moderator enable Lan');
  await run('moderator link Lan');
  await run('captcha rotate');
  await run('filter relearn --site bao');
  const exported = await run('export --site bao');
  await run(`backup ${join(folder, 'copy.db')}`);
  await run('site remove bao --yes');
  const told = (await actsOf(run)).map(({ kind, site, account }) => [kind, site ?? account]);
  expect(told).toEqual([
    ['site-add', 'demo'],
    ['site-add', 'bao'],
    ['site-set', 'bao'],
    ['account-create', 'Lan'],
    ['token-create', 'Lan'],
    ['password', 'Lan'],
    ['account-unlock', 'Lan'],
    ['account-disable', 'Lan'],
    ['account-enable', 'Lan'],
    ['account-reset', 'Lan'],
    ['captcha-style', null],
    ['relearn', 'bao'],
    ['export', 'bao'],
    ['backup', null],
    ['remove-site', 'bao'],
  ]);
  await run('import', exported);
  const added = (await actsOf(run)).slice(-1).map(({ kind, access, details }) => [kind, access, details]);
  expect(added).toEqual([['import', 'command', { format: 'all', comments: 0 }]]);

  await run(`restore ${join(folder, 'copy.db')}`);
  const back = await actsOf(run);
  expect(back.map(({ kind }) => kind).slice(-2)).toEqual(['export', 'put-back']);
  expect(new Set(back.slice(1).map(({ access }) => access))).toEqual(new Set(['command']));
});
