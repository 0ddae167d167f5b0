import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import SQLite from 'better-sqlite3';
import type { CompiledQuery } from 'kysely';
import { type BatchRows, type Database, Duplicate, StorageFailure } from './database.ts';

const migrations = fileURLToPath(new URL('../../db/migrations/', import.meta.url));

export interface SqliteDatabase extends Database {
  close(): void;
}

/** Opens a SQLite file (or `:memory:`), creating it if absent, and brings its schema up to date. */
export function openSqlite(file: string): SqliteDatabase {
  const connection = new SQLite(file);
  connection.pragma('busy_timeout = 2000');
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  connection.pragma('cache_size = -32000');
  migrate(connection);
  return new BetterSqlite(connection);
}

class BetterSqlite implements SqliteDatabase {
  private readonly statements = new Map<string, SQLite.Statement>();
  private readonly connection: SQLite.Database;

  constructor(connection: SQLite.Database) {
    this.connection = connection;
  }

  async query<Row>(query: CompiledQuery<Row>): Promise<Row[]> {
    return this.guarded(() => this.run(query));
  }

  async batch<const Queries extends readonly CompiledQuery[]>(queries: Queries): Promise<BatchRows<Queries>> {
    const together = this.connection.transaction(() => queries.map((query) => this.run(query)));
    return this.guarded(() => together.immediate() as BatchRows<Queries>);
  }

  close(): void {
    this.connection.close();
  }

  private run<Row>({ sql, parameters }: CompiledQuery<Row>): Row[] {
    const statement = this.prepare(sql);
    if (statement.reader) return statement.all(...parameters) as Row[];
    statement.run(...parameters);
    return [];
  }

  private prepare(sql: string): SQLite.Statement {
    const known = this.statements.get(sql);
    if (known) return known;
    const statement = this.connection.prepare(sql);
    this.statements.set(sql, statement);
    return statement;
  }

  private guarded<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      throw classify(error);
    }
  }
}

/** SQLite's own trouble (busy, full, read-only, I/O) is not the fault of the query. */
function classify(error: unknown): unknown {
  if (!(error instanceof SQLite.SqliteError)) return error;
  if (/^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)/.test(error.code))
    return new Duplicate(error.message, { cause: error });
  if (/^SQLITE_(BUSY|LOCKED|FULL|READONLY|IOERR|CORRUPT|NOTADB|CANTOPEN)/.test(error.code))
    return new StorageFailure(error.message, { cause: error });
  return error;
}

/** Applies what `d1_migrations`, the ledger that wrangler keeps too, does not list; each file lands whole. */
function migrate(connection: SQLite.Database): void {
  connection.exec(
    `create table if not exists d1_migrations (
       id integer primary key autoincrement, name text unique,
       applied_at timestamp default current_timestamp not null)`,
  );
  const apply = connection.transaction((name: string) => {
    if (connection.prepare('select 1 from d1_migrations where name = ?').get(name)) return;
    connection.exec(readFileSync(migrations + name, 'utf8'));
    connection.prepare('insert into d1_migrations (name) values (?)').run(name);
  });
  for (const name of readdirSync(migrations).sort()) if (name.endsWith('.sql')) apply.immediate(name);
}
