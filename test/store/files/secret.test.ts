import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDataDir, secretOf } from '../../../src/store/files/data-dir.ts';
import { serveDataDir } from '../../../src/store/files/served-data-dir.ts';
import { newFolder } from '../../support/new-folder.ts';

/** A data folder that was served and stopped. */
async function newDataDir() {
  const directory = newFolder();
  await serveDataDir(directory).close();
  return { directory, file: join(directory, 'secret') };
}

/** What a start says against a data folder. */
async function refusal(directory: string, given?: string): Promise<string> {
  try {
    await serveDataDir(directory, given).close();
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

test('a secret is made once, whole, for its owner only, and nothing is left beside it', async () => {
  const { directory, file } = await newDataDir();
  const secret = readFileSync(file, 'utf8');
  expect([secret.length, statSync(file).mode & 0o777]).toEqual([44, 0o600]);
  expect(readdirSync(directory).filter((name) => name.startsWith('secret'))).toEqual(['secret']);
  expect([await refusal(directory), readFileSync(file, 'utf8')]).toEqual(['', secret]);
  expect(secretOf(directory)).toBe(secret.trim());
});

const cut: [string, string][] = [
  ['nothing', ''],
  ['a line end', '\n'],
  ['white space only', ' '.repeat(50)],
  ['zeroes, as after a power cut', '\0'.repeat(44)],
  ...[1, 3, 8, 31].map((length): [string, string] => [`${length} characters`, `${'k'.repeat(length)}\n`]),
];

test.for(cut)('a secret of %s starts nothing, whether there is a database or not', async ([, content]) => {
  const { directory, file } = await newDataDir();
  writeFileSync(file, content);
  const said = expect.stringMatching(`^"${file}" has fewer than 32 characters; .* set SECRET [^\n]*$`);
  expect(await refusal(directory)).toEqual(said);
  const fresh = newFolder();
  writeFileSync(join(fresh, 'secret'), content);
  expect(await refusal(fresh)).toContain(`"${fresh}/secret" has fewer than 32 characters; `);
  expect(existsSync(join(fresh, 'binh-luan.db'))).toBe(false);
});

test('a secret that is missing beside a database is not made anew, but where somebody writes one', async () => {
  const { directory, file } = await newDataDir();
  rmSync(file);
  const said = `"${file}" is missing beside the database; receipts, second factors and the hashes of senders depend on it: put it back, or set SECRET to it (to begin anew on purpose, write 32 or more random characters into "${file}")`;
  expect([await refusal(directory), existsSync(file)]).toEqual([said, false]);
  expect(await refusal(directory, 'k'.repeat(32))).toBe('');
  writeFileSync(file, 'k'.repeat(32));
  expect([await refusal(directory), secretOf(directory)]).toEqual(['', 'k'.repeat(32)]);
});

test('what needs no secret goes on without one', async () => {
  const { directory, file } = await newDataDir();
  rmSync(file);
  await openDataDir(directory).close();
  expect(existsSync(file)).toBe(false);
});
