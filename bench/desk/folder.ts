import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { digest } from '../../src/world/hash.ts';
import { seedFolder } from '../seeding.ts';

/** A seeded folder, with tokens of two of its moderators. */
export interface Folder {
  path: string;
  database: SQLite.Database;
  tokens: readonly [string, string];
  remove: () => void;
}

export function prepareFolder(given: string | undefined, comments: number): Folder {
  const path = given ?? mkdtempSync(join(tmpdir(), 'binh-luan-desk-'));
  if (!existsSync(join(path, 'binh-luan.db'))) seedFolder(path, comments, 0.9);
  const database = new SQLite(join(path, 'binh-luan.db'));
  database.pragma('busy_timeout = 10000');
  // Whoever sends comments meanwhile is let in, however many they send.
  database.exec(`update sites set captcha = 'off', pace = 'off', site_per_hour = 0, article_per_hour = 0`);
  const tokens = [addToken(database, 'Lan'), addToken(database, 'Minh Tuấn')] as const;
  const remove = () => {
    database.close();
    if (given === undefined) rmSync(path, { recursive: true, force: true });
  };
  return { path, database, tokens, remove };
}

/** What a seeded moderator may act by. */
export function addToken(database: SQLite.Database, moderator: string): string {
  const secret = randomBytes(24).toString('hex');
  database
    .prepare(
      `insert into credentials (hash, moderator_id, kind, created_at)
         select ?, id, 'token', ? from moderators where name = ?`,
    )
    .run(digest(secret), Date.now(), moderator);
  return secret;
}
