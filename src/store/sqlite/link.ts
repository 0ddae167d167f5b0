import type SQLite from 'better-sqlite3';
import type { CompiledQuery } from 'kysely';

/** A query, and no more of it than whoever runs it needs. */
export type Statement = Pick<CompiledQuery, 'sql' | 'parameters'>;

/** As they are sent to a thread. */
export function bare(statements: readonly Statement[]): Statement[] {
  return statements.map(({ sql, parameters }) => ({ sql, parameters }));
}

/** A connection and what was prepared on it. It is opened by its first use, and anew by the first after it was closed. */
export class Link {
  readonly #open: () => SQLite.Database;
  readonly #prepared = new Map<string, SQLite.Statement>();
  #connection: SQLite.Database | undefined;
  #ended = false;

  constructor(open: () => SQLite.Database, connection?: SQLite.Database) {
    this.#open = open;
    this.#connection = connection;
  }

  get connection(): SQLite.Database {
    if (this.#connection?.open || (this.#connection && this.#ended)) return this.#connection;
    this.#connection = this.#open();
    return this.#connection;
  }

  /** Opens it before it is used; what fails of that is told to whoever uses it first. */
  openEarly(): void {
    try {
      void this.connection;
    } catch {}
  }

  run({ sql, parameters }: Statement): unknown[] {
    const statement = this.#prepare(sql);
    if (statement.reader) return statement.all(...parameters);
    statement.run(...parameters);
    return [];
  }

  /** Sets what only an open connection has; the next one is told by `open`. */
  set(pragma: string): void {
    if (this.#connection?.open) this.#connection.pragma(pragma);
  }

  close(): void {
    this.#prepared.clear();
    this.#connection?.close();
  }

  /** Closes it for good. */
  end(): void {
    this.#ended = true;
    this.close();
  }

  #prepare(sql: string): SQLite.Statement {
    const { connection } = this;
    const known = this.#prepared.get(sql);
    if (known) return known;
    const statement = connection.prepare(sql);
    this.#prepared.set(sql, statement);
    return statement;
  }
}
