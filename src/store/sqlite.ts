import type { Buffer } from 'node:buffer';
import type SQLite from 'better-sqlite3';
import type { CompiledQuery } from 'kysely';
import type { BatchRows, StorageFailure } from './database.ts';
import { migrate } from './migrations.ts';
import { Changes } from './sqlite/changes.ts';
import { noteCommit } from './sqlite/commits.ts';
import { connect, connectToRead } from './sqlite/connection.ts';
import { Failures } from './sqlite/failures.ts';
import { bare, Link, type Statement } from './sqlite/link.ts';
import { LogSync } from './sqlite/log-sync.ts';
import { identify } from './sqlite/mark.ts';
import { Reading } from './sqlite/reading/reading.ts';
import type { SqliteDatabase } from './sqlite/sqlite-database.ts';
import { Writer } from './sqlite/writer.ts';
import type { Listener, Writing } from './sqlite/writing.ts';
import { WritingAside } from './sqlite/writing-aside.ts';

export type { SqliteDatabase } from './sqlite/sqlite-database.ts';

/** Opens a SQLite file (or `:memory:`, or the bytes of one, there), creating it if absent, and brings its schema up to date. */
export function openSqlite(file: string | Buffer): SqliteDatabase {
  const connection = connect(file);
  try {
    migrate(connection);
    identify(connection);
  } catch (error) {
    connection.close();
    throw error;
  }
  // From here on whoever must wait does so beside the others: see WriteGroup.
  connection.pragma('busy_timeout = 0');
  return new BetterSqlite(connection.name, connection);
}

/** So few that whoever else is being served waits for a part of them only. */
const mostTogether = 4;

class BetterSqlite implements SqliteDatabase {
  private readonly file: string;
  private readonly onlyReads = new Map<string, boolean>();
  private readonly log = new LogSync(async () => {
    await this.guard(() => this.writing.sync());
    this.failures.noteStored();
  });
  private readonly changes = new Changes(() =>
    Number(this.reading.link.connection.pragma('data_version', { simple: true })),
  );
  private readonly failures = new Failures((damage) =>
    this.stopWrites(`"${this.file}" is damaged: ${damage.message}`),
  );
  private readonly stopping = Promise.withResolvers<string>();
  private reading: Reading;
  private writing: Writing;
  readonly writesStopped = this.stopping.promise;
  openings = 1;

  constructor(file: string, connection: SQLite.Database) {
    const writer = new Writer(file, this.listener(), { connection, mostTogether });
    this.file = file;
    this.reading = new Reading(writer.link);
    this.writing = writer;
  }

  get rowsAtOnce(): number {
    return this.writing.rowsAtOnce;
  }

  async query<Row>(query: CompiledQuery<Row>): Promise<Row[]> {
    const [rows] = await this.batch([query]);
    return rows;
  }

  async batch<const Queries extends readonly CompiledQuery[]>(queries: Queries): Promise<BatchRows<Queries>> {
    return this.guard(
      async () =>
        (this.isRead(queries)
          ? await this.reading.read(queries)
          : await this.write(queries)) as BatchRows<Queries>,
    );
  }

  generation(): number {
    return this.changes.count();
  }

  settled(): Promise<void> {
    return this.log.settled();
  }

  onFailure(tell: (failure: StorageFailure) => void): void {
    this.failures.onFailure(tell);
  }

  onRecovery(tell: () => void): void {
    this.failures.onRecovery(tell);
  }

  guard<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.failures.guard(work);
  }

  purgeLog(): Promise<boolean> {
    return this.guard(() => this.writing.purgeLog());
  }

  /** Its connection is open before the other one closes, so that SQLite leaves the log where it is. */
  writeAside(): void {
    const { writing } = this;
    const link = new Link(() => connectToRead(this.file), connectToRead(this.file));
    this.reading = new Reading(link, this.file);
    this.writing = new WritingAside(this.file, this.listener());
    void writing.close(async () => undefined);
  }

  stopWrites(why: string): void {
    this.writing.stop();
    this.stopping.resolve(why);
  }

  close(): Promise<void> {
    return this.writing.close(() => this.reading.end());
  }

  private listener(): Listener {
    return {
      closed: async () => {
        await this.reading.close();
        this.openings += 1;
        this.changes.note();
      },
      opened: () => {
        this.openings += 1;
      },
      committed: noteCommit,
      failed: (error) => void this.failures.note(error),
    };
  }

  private isRead(queries: readonly Statement[]): boolean {
    return queries.every(({ sql }) => {
      const known = this.onlyReads.get(sql) ?? this.reading.link.connection.prepare(sql).readonly;
      this.onlyReads.set(sql, known);
      return known;
    });
  }

  private async write(queries: readonly Statement[]): Promise<unknown[][]> {
    try {
      return await this.writing.write(bare(queries));
    } finally {
      // Also where it failed: of a thread that is gone nobody knows how far it came.
      this.log.note();
      this.changes.note();
    }
  }
}
