import { readdirSync, readFileSync } from 'node:fs';
import type SQLite from 'better-sqlite3';

const folder = new URL('../../db/migrations/', import.meta.url);

/** Applies what `d1_migrations`, the ledger that wrangler keeps too, does not list; each file lands whole. */
export function migrate(connection: SQLite.Database): void {
  connection.exec(
    `create table if not exists d1_migrations (
       id integer primary key autoincrement, name text unique,
       applied_at timestamp default current_timestamp not null)`,
  );
  refuseNewer(connection.name, listApplied(connection));
  const apply = connection.transaction((name: string) => {
    if (connection.prepare('select 1 from d1_migrations where name = ?').get(name)) return;
    connection.exec(readMigration(name));
    connection.prepare('insert into d1_migrations (name) values (?)').run(name);
  });
  for (const name of migrationNames()) apply.immediate(name);
}

function listApplied(connection: SQLite.Database): string[] {
  return connection.prepare<[], string>('select name from d1_migrations order by id').pluck().all();
}

/** The names of the migrations that this program comes with, in the order in which they are applied. */
export function migrationNames(): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
}

/** Throws where a ledger lists what this program does not have: it would not keep the rules of a newer one. */
function refuseNewer(file: string, applied: readonly string[]): void {
  const known = migrationNames();
  const newer = applied.find((name) => !known.includes(name));
  if (newer) throw new Error(`"${file}" is of a newer program than this one: it has ${newer}`);
}

export function readMigration(name: string): string {
  return readFileSync(new URL(name, folder), 'utf8');
}
