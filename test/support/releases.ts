import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { databaseIn } from './load.ts';

const folder = fileURLToPath(new URL('../releases/', import.meta.url));
const ending = '.db.br';

interface Noted {
  token: string;
  receipts: string[];
}

const noted: Record<string, Noted> = JSON.parse(readFileSync(join(folder, 'releases.json'), 'utf8'));

/** The schemas so far of which there is a database, by `bench/releases/make.ts`. */
export const releases = readdirSync(folder)
  .filter((name) => name.endsWith(ending))
  .map((name) => name.slice(0, -ending.length))
  .sort();

/** Puts the database of a release into a data folder; what opens in it. */
export function unpackRelease(release: string, directory: string): Noted {
  writeFileSync(databaseIn(directory), brotliDecompressSync(readFileSync(join(folder, release + ending))));
  const { token = '', receipts = [] } = noted[release] ?? {};
  return { token, receipts };
}
