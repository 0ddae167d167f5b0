import { randomBytes } from 'node:crypto';
import SQLite from 'better-sqlite3';
import { databaseFile } from '../../src/store/files/data-dir.ts';
import { digest } from '../../src/world/hash.ts';
import type { Folder } from './folder.ts';

/** What an owner may act by, as a header of requests. */
export function asOwner({ path }: Folder): { authorization: string } {
  const secret = randomBytes(24).toString('hex');
  const database = new SQLite(databaseFile(path));
  database.pragma('busy_timeout = 10000');
  database
    .prepare(
      `insert into credentials (hash, moderator_id, kind, created_at)
         select ?, id, 'token', ? from moderators where role = 'owner' limit 1`,
    )
    .run(digest(secret), Date.now());
  database.close();
  return { authorization: `Bearer ${secret}` };
}
