import { env, reset } from 'cloudflare:test';
import { openD1 } from '../../src/store/d1.ts';
import type { Database } from '../../src/store/database.ts';

/** The D1 database of workerd, emptied, with all tables as the migrations make them. */
export async function openDatabase(): Promise<Database> {
  // Of one that rests nothing would be removed.
  await env.DB.prepare('select 1').run();
  await reset();
  await env.DB.batch(env.TABLES.map((statement) => env.DB.prepare(statement)));
  return openD1(env.DB);
}
