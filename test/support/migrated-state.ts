import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import manifest from '../../package.json' with { type: 'json' };
import { filesIn } from '../../src/assets/sources.ts';
import { migrate } from './wrangler.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const migrations = join(root, 'db/migrations');

/**
 * A folder as wrangler keeps it, with a D1 database in it that has all tables and nothing else, to be copied. It takes a
 * processor most of a minute, so the first who needs it makes it for all, again after any change to what it is made by.
 */
export async function migratedState(): Promise<string> {
  const made = join(root, 'node_modules/.cache/binh-luan', `d1-${digest()}`);
  mkdirSync(join(made, '..'), { recursive: true });
  while (!existsSync(made)) {
    if (claim(`${made}.maker`)) await make(made);
    else await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return made;
}

function digest(): string {
  const hash = createHash('sha256').update(manifest.devDependencies.wrangler);
  for (const path of [
    join(root, 'wrangler.toml'),
    ...filesIn(migrations).map((name) => join(migrations, name)),
  ])
    hash.update(`\n${path}\n`).update(readFileSync(path));
  return hash.digest('base64url').slice(0, 16);
}

/** Whether nobody else makes it; who was killed meanwhile does not. */
function claim(marker: string): boolean {
  try {
    writeFileSync(marker, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (existsSync(marker) && !isAlive(Number(readFileSync(marker, 'utf8')))) rmSync(marker, { force: true });
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function make(made: string): Promise<void> {
  const begun = `${made}.begun`;
  rmSync(begun, { recursive: true, force: true });
  try {
    await migrate(begun);
    renameSync(begun, made);
  } finally {
    rmSync(`${made}.maker`, { force: true });
  }
}
