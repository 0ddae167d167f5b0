import { type FileHandle, open } from 'node:fs/promises';
import SQLite from 'better-sqlite3';
import type { CompiledQuery } from 'kysely';
import { Checkpoints } from './checkpoints.ts';
import type { BatchRows, Database } from './database.ts';
import { LogSync } from './log-sync.ts';
import { migrate } from './migrations.ts';
import { classify, isBusy, isDamage } from './sqlite-trouble.ts';
import { commitTogether } from './transaction.ts';
import { type Outcome, WriteGroup } from './write-group.ts';

export interface SqliteDatabase extends Database {
  /** Resolves once all that was written by now is on the disk; rejects with StorageFailure. */
  settled(): Promise<void>;
  /** Empties the log into the file, so that nothing erased stays in it; false where another process reads it. */
  purgeLog(): boolean;
  /** From now on the log is brought home by a thread, so that no commit waits for the disk. */
  checkpointAside(): void;
  /** For as long as it is open: from now on whatever would write rejects with StorageFailure. */
  stopWrites(why: string): void;
  /** Resolves with the first reason once writes have stopped. */
  readonly writesStopped: Promise<string>;
  /** Grows whenever its log may be a new file. */
  readonly openings: number;
  close(): Promise<void>;
}

/** Opens a SQLite file (or `:memory:`), creating it if absent, and brings its schema up to date. */
export function openSqlite(file: string): SqliteDatabase {
  const connection = connect(file);
  try {
    migrate(connection);
  } catch (error) {
    connection.close();
    throw error;
  }
  // From here on whoever must wait does so beside the others: see WriteGroup.
  connection.pragma('busy_timeout = 0');
  return new BetterSqlite(file, connection);
}

/**
 * A commit writes to the log and does not wait for the disk (`synchronous = NORMAL`, which keeps the file whole in any
 * case); `settled` syncs the log for all that were written meanwhile, off the event loop.
 */
function connect(file: string, { fileMustExist = false } = {}): SQLite.Database {
  const connection = new SQLite(file, { fileMustExist, timeout: 2000 });
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = NORMAL');
  connection.pragma('foreign_keys = ON');
  connection.pragma('cache_size = -32000');
  connection.pragma('secure_delete = ON');
  return connection;
}

/** How long the write of another process may go unnoticed. */
const foreignMs = 100;

class BetterSqlite implements SqliteDatabase {
  private readonly statements = new Map<string, SQLite.Statement>();
  private readonly file: string;
  private connection: SQLite.Database;
  private readonly log = new LogSync(() => this.syncLog());
  private readonly writes = new WriteGroup((writes) => this.commit(writes), isBusy);
  private logFile: FileHandle | undefined;
  private readonly stopping = Promise.withResolvers<string>();
  readonly writesStopped = this.stopping.promise;
  private stopped = false;
  openings = 1;
  private closed = false;
  private changes = 0;
  private checkpoints: Checkpoints | undefined;
  private foreign = { version: 0, seenAt: 0 };

  constructor(file: string, connection: SQLite.Database) {
    this.file = file;
    this.connection = connection;
  }

  async query<Row>(query: CompiledQuery<Row>): Promise<Row[]> {
    return this.guarded(async () => {
      const statement = this.prepare(query.sql);
      return statement.readonly ? this.run(query) : this.writes.add(() => this.run(query));
    });
  }

  async batch<const Queries extends readonly CompiledQuery[]>(queries: Queries): Promise<BatchRows<Queries>> {
    return this.guarded(() =>
      this.writes.add(() => queries.map((query) => this.run(query)) as BatchRows<Queries>),
    );
  }

  generation(): number {
    const now = performance.now();
    if (now - this.foreign.seenAt > foreignMs) {
      const version = Number(this.live().pragma('data_version', { simple: true }));
      if (version !== this.foreign.version) this.changes += 1;
      this.foreign = { version, seenAt: now };
    }
    return this.changes;
  }

  settled(): Promise<void> {
    return this.log.settled();
  }

  purgeLog(): boolean {
    return this.connection.pragma('wal_checkpoint(truncate)', { simple: true }) === 0;
  }

  checkpointAside(): void {
    const restart = () => this.connection.open && this.connection.pragma('wal_checkpoint(restart)');
    this.checkpoints = new Checkpoints(this.file, restart, () => this.checkpointBySelf());
    this.connection.pragma('wal_autocheckpoint = 0');
  }

  private checkpointBySelf(): void {
    this.checkpoints = undefined;
    this.connection.pragma('wal_autocheckpoint = 1000');
  }

  stopWrites(why: string): void {
    this.stopped = true;
    if (this.connection.open) this.connection.pragma('query_only = ON');
    this.stopping.resolve(why);
  }

  async close(): Promise<void> {
    this.writes.flush();
    this.closed = true;
    if (this.checkpoints) await this.checkpoints.close();
    this.connection.close();
    await this.logFile?.close();
  }

  private async syncLog(): Promise<void> {
    if (this.connection.memory || !this.connection.open) return;
    try {
      this.logFile ??= await open(`${this.file}-wal`, 'r+');
      await this.logFile.datasync();
    } catch (error) {
      this.reopen();
      throw error;
    }
  }

  /** After a failed sync what the connection remembers of the log is not to be trusted: the next query opens another. */
  private reopen(): void {
    this.openings += 1;
    void this.logFile?.close();
    this.logFile = undefined;
    this.statements.clear();
    this.connection.close();
  }

  private live(): SQLite.Database {
    if (this.connection.open || this.closed) return this.connection;
    this.connection = connect(this.file, { fileMustExist: true });
    this.connection.pragma('busy_timeout = 0');
    this.openings += 1;
    if (this.stopped) this.connection.pragma('query_only = ON');
    if (this.checkpoints) this.connection.pragma('wal_autocheckpoint = 0');
    return this.connection;
  }

  private commit(writes: readonly (() => unknown)[]): Outcome[] {
    this.changes += 1;
    this.checkpoints?.note();
    return commitTogether(this.live(), writes);
  }

  private run<Row>({ sql, parameters }: CompiledQuery<Row>): Row[] {
    const statement = this.prepare(sql);
    if (!statement.readonly) this.log.note();
    if (statement.reader) return statement.all(...parameters) as Row[];
    statement.run(...parameters);
    return [];
  }

  private prepare(sql: string): SQLite.Statement {
    const known = this.statements.get(sql);
    if (known?.database.open) return known;
    const statement = this.live().prepare(sql);
    this.statements.set(sql, statement);
    return statement;
  }

  private async guarded<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      if (isDamage(error)) this.stopWrites(`"${this.file}" is damaged: ${error.message}`);
      throw classify(error);
    }
  }
}
