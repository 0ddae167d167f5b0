import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { requireMigrated } from '../store/d1/d1-migrations.ts';
import { openD1 } from '../store/d1.ts';
import type { Database } from '../store/database.ts';

/** `local` is what `wrangler dev` serves, `remote` what is deployed. */
export type D1Place = 'local' | 'remote';

export interface OpenD1 {
  database: Database;
  /** The texts of `wrangler.toml` and `.dev.vars`. */
  variables: Record<string, string>;
  close: () => Promise<void>;
}

const ours = fileURLToPath(new URL('../../wrangler.toml', import.meta.url));
/** In the published package there is none: there wrangler takes that of the folder. */
const config = existsSync(ours) ? ours : undefined;

/** Opens the D1 database of `wrangler.toml`, through wrangler; throws an Error of one line where that cannot be. */
export async function openWranglerD1(place: D1Place, state: string | undefined): Promise<OpenD1> {
  const { getPlatformProxy, unstable_readConfig } = await loadWrangler();
  const remote = place === 'remote' ? remoteConfig(unstable_readConfig({ config })) : undefined;
  try {
    const configPath = remote?.path ?? config;
    const proxy = await getPlatformProxy({
      ...(configPath && { configPath }),
      remoteBindings: place === 'remote',
      persist: place === 'local' && (state === undefined || { path: join(state, 'v3') }),
    });
    const close = () => proxy.dispose();
    const database = await openBound(proxy.env, place).catch(async (error) => {
      await close();
      throw error;
    });
    return { database, variables: texts(proxy.env), close };
  } finally {
    remote?.remove();
  }
}

async function openBound({ DB }: Record<string, unknown>, place: D1Place): Promise<Database> {
  if (!DB) throw new Error('wrangler.toml binds no D1 database as DB');
  const database = openD1(DB as Parameters<typeof openD1>[0]);
  await requireMigrated(database, `npx wrangler d1 migrations apply DB --${place}`);
  return database;
}

async function loadWrangler() {
  try {
    return await import('wrangler');
  } catch {
    throw new Error('--d1 needs wrangler, which is not installed: npm ci, or npm install wrangler');
  }
}

/** `wrangler.toml` says nothing of where its database is meant, so that `wrangler dev` stays local. */
function remoteConfig({
  compatibility_date,
  d1_databases,
}: {
  compatibility_date?: string | undefined;
  d1_databases: object[];
}) {
  const folder = mkdtempSync(join(tmpdir(), 'binh-luan-d1-'));
  const path = join(folder, 'wrangler.json');
  const databases = d1_databases.map((database) => ({ ...database, remote: true }));
  writeFileSync(path, JSON.stringify({ name: 'binh-luan', compatibility_date, d1_databases: databases }));
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function texts(bindings: Record<string, unknown>): Record<string, string> {
  const found = Object.entries(bindings).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(found);
}
