import { applyD1Migrations, env, reset } from 'cloudflare:test';
import { openD1 } from '../../src/store/d1.ts';
import type { Database } from '../../src/store/database.ts';

/** The D1 database of workerd, emptied and migrated as wrangler does. */
export async function openDatabase(): Promise<Database> {
  await reset();
  await applyD1Migrations(env.DB, env.MIGRATIONS);
  return openD1(env.DB);
}
