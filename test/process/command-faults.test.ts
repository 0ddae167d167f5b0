import { chmodSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { giveTo, mayMount, onOwnDisk, otherUser } from '../support/faults.ts';
import { databaseIn, prepareFolder } from '../support/load.ts';
import { newFolder } from '../support/new-folder.ts';
import { freePort, runCommand } from '../support/process.ts';

const reading = ['check', 'backup COPY', 'export'];
const writing = ['site set demo pace on', 'captcha rotate', 'import'];

/** What is wrong with a data folder, and which commands must say so. */
const faults: [string, (directory: string) => void, string[]][] = [
  [
    'no folder',
    (directory) => {
      chmodSync(directory, 0o700);
      writeFileSync(join(directory, 'file'), '');
    },
    ['serve', ...reading, ...writing],
  ],
  ['locked by another', lock, writing],
  [
    'not a database',
    (directory) => writeFileSync(databaseIn(directory), 'x'.repeat(8192)),
    ['serve', ...reading, ...writing],
  ],
  [
    'not ours to read',
    (directory) => {
      if (otherUser) giveTo(otherUser, directory);
      chmodSync(databaseIn(directory), 0);
    },
    ['serve', ...reading, ...writing],
  ],
];

function lock(directory: string): void {
  const other = new SQLite(databaseIn(directory));
  onTestFinished(() => void other.close());
  other.exec('begin immediate');
}

test.for(faults)(
  'where a database is %s, each command says so of the file in one line',
  async ([kind, spoil, commands]) => {
    const directory = newFolder();
    await prepareFolder(directory);
    spoil(directory);
    const folder = kind === 'no folder' ? join(directory, 'file') : directory;
    const copies = newFolder();
    if (otherUser) giveTo(otherUser, copies);
    const run = async (command: string) => {
      const { code, err } = await runCommand(command.replace('COPY', `${copies}/copy.db`).split(' '), {
        env: { DATA_DIR: folder, PORT: String(await freePort()) },
        start: { user: otherUser },
      });
      const [line = '', ...more] = err.split('\n');
      const name = line.includes('there is no database') ? `"${folder}"` : `"${databaseIn(folder)}"`;
      return [command, code, line.includes(name), more];
    };
    expect(await Promise.all(commands.map(run))).toEqual(commands.map((command) => [command, 1, true, ['']]));
    expect(readdirSync(copies)).toEqual([]);
  },
);

test.skipIf(!mayMount)(
  'a copy that finds no room says which file it was to be, and leaves nothing of it (needs user namespaces)',
  async () => {
    const directory = newFolder();
    await prepareFolder(directory);
    const copy = join(newFolder(), 'copy.db');
    expect(await runCommand(['backup', copy], { env: { DATA_DIR: directory } })).toMatchObject({ code: 0 });
    const on = (folder: string) => {
      const full = 'head -c 1m /dev/zero > "$0/ballast" 2>/dev/null; "$@"; code=$?; ls "$0"; exit $code';
      return { start: { through: [...onOwnDisk(folder, 1), 'sh', '-c', full, folder] } };
    };
    const [copies, fresh] = [newFolder(), newFolder()];
    const file = join(copies, 'copy.db');
    const full = 'database or disk is full';
    expect([
      await runCommand(['backup', file], { env: { DATA_DIR: directory }, ...on(copies) }),
      await runCommand(['restore', copy], { env: { DATA_DIR: fresh }, ...on(fresh) }),
    ]).toEqual([
      { code: 1, out: 'ballast\n', err: `error: "${file}": ${full}\n` },
      { code: 1, out: 'ballast\n', err: `error: "${databaseIn(fresh)}" (DATA_DIR): ${full}\n` },
    ]);
  },
);
