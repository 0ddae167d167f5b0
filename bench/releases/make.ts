// Makes `test/releases`: for each schema so far, a small database by the last program that had it.
// node bench/releases/make.ts [NAME…] makes only what is missing, or those that are named.

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import SQLite from 'better-sqlite3';
import { freePort } from '../../test/support/process.ts';
import { checkOut } from './checkout.ts';
import { facts } from './facts.ts';
import { listReleases, type Release } from './history.ts';
import { Program } from './program.ts';
import { type Visited, visit } from './visit.ts';

const target = fileURLToPath(new URL('../../test/releases/', import.meta.url));
const index = join(target, 'releases.json');

const named = process.argv.slice(2);
const work = mkdtempSync(join(tmpdir(), 'releases-'));
try {
  mkdirSync(target, { recursive: true });
  for (const release of listReleases()) if (isWanted(release)) await make(release);
} finally {
  rmSync(work, { recursive: true, force: true });
}

function isWanted({ name }: Release): boolean {
  return named.length > 0 ? named.includes(name) : !existsSync(fileOf(name));
}

function fileOf(name: string): string {
  return join(target, `${name}.db.br`);
}

async function make({ name, commit }: Release): Promise<void> {
  const folder = checkOut(commit, work);
  const directory = join(folder, 'data');
  const program = new Program(folder, {
    DATA_DIR: directory,
    PORT: String(await freePort()),
    SECRET: facts.secret,
  });
  const visited = await visit(program);
  const packed = pack(join(directory, 'binh-luan.db'), join(folder, 'packed.db'));
  writeFileSync(fileOf(name), packed);
  note(name, { commit, ...visited });
  console.log(`${name}: ${visited.receipts.length} comments, ${packed.length} bytes`);
}

/** The whole database as one file, with its log brought home. */
function pack(file: string, copy: string): Buffer {
  const connection = new SQLite(file, { readonly: true });
  connection.prepare('vacuum into ?').run(copy);
  connection.close();
  return brotliCompressSync(readFileSync(copy));
}

/** By what it was made, and what opens in it. */
type Noted = Visited & { commit: string };

function note(name: string, noted: Noted): void {
  const known: Record<string, Noted> = existsSync(index) ? JSON.parse(readFileSync(index, 'utf8')) : {};
  const all = Object.entries({ ...known, [name]: noted }).sort(([one], [other]) => (one < other ? -1 : 1));
  writeFileSync(index, `${JSON.stringify(Object.fromEntries(all), undefined, 2)}\n`);
}
