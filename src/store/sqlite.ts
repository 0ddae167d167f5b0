import type SQLite from 'better-sqlite3';
import type { CompiledQuery } from 'kysely';
import { type BatchRows, StorageFailure } from './database.ts';
import { migrate } from './migrations.ts';
import { Changes } from './sqlite/changes.ts';
import { Checkpoints } from './sqlite/checkpoints.ts';
import { beginLogAnew, connect } from './sqlite/connection.ts';
import { isBusy, isLasting } from './sqlite/errors.ts';
import { Failures } from './sqlite/failures.ts';
import { LogFile } from './sqlite/log-file.ts';
import { LogSync } from './sqlite/log-sync.ts';
import { identify, markOf } from './sqlite/mark.ts';
import { ReachFile } from './sqlite/reach-file.ts';
import type { SqliteDatabase } from './sqlite/sqlite-database.ts';
import { commitTogether } from './sqlite/transaction.ts';
import { type Outcome, WriteGroup } from './sqlite/write-group.ts';

export type { SqliteDatabase } from './sqlite/sqlite-database.ts';

/** Opens a SQLite file (or `:memory:`), creating it if absent, and brings its schema up to date. */
export function openSqlite(file: string): SqliteDatabase {
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
  return new BetterSqlite(file, connection);
}

class BetterSqlite implements SqliteDatabase {
  private readonly statements = new Map<string, SQLite.Statement>();
  private readonly file: string;
  private readonly logFile: LogFile;
  private readonly reach: ReachFile;
  private connection: SQLite.Database;
  private readonly log = new LogSync(() => this.guard(() => this.syncLog()));
  private readonly writes = new WriteGroup((writes) => this.commit(writes), isBusy);
  private readonly changes = new Changes(() => Number(this.live().pragma('data_version', { simple: true })));
  private readonly failures = new Failures((damage) =>
    this.stopWrites(`"${this.file}" is damaged: ${damage.message}`),
  );
  private readonly stopping = Promise.withResolvers<string>();
  private checkpoints: Checkpoints | undefined;
  private trusted = true;
  private stopped = false;
  private closed = false;
  readonly writesStopped = this.stopping.promise;
  /** Three milliseconds or so, of a thread that everybody else waits for. */
  readonly rowsAtOnce = 10;
  openings = 1;

  constructor(file: string, connection: SQLite.Database) {
    this.file = file;
    this.logFile = new LogFile(`${file}-wal`);
    this.reach = new ReachFile(file);
    this.connection = connection;
  }

  async query<Row>(query: CompiledQuery<Row>): Promise<Row[]> {
    return this.guard(async () => {
      const statement = this.prepare(query.sql);
      return statement.readonly ? this.run(query) : this.writes.add(() => this.run(query));
    });
  }

  async batch<const Queries extends readonly CompiledQuery[]>(queries: Queries): Promise<BatchRows<Queries>> {
    return this.guard(() =>
      this.writes.add(() => queries.map((query) => this.run(query)) as BatchRows<Queries>),
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

  guard<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.failures.guard(work);
  }

  purgeLog(): boolean {
    return this.live().pragma('wal_checkpoint(truncate)', { simple: true }) === 0;
  }

  checkpointAside(): void {
    this.checkpoints = new Checkpoints(this.file, this.writes, {
      failed: (error) => void (isBusy(error) || this.failures.note(error)),
      lost: () => this.checkpointHere(),
    });
    this.connection.pragma('wal_autocheckpoint = 0');
  }

  private checkpointHere(): void {
    this.checkpoints = undefined;
    if (this.connection.open) this.connection.pragma('wal_autocheckpoint = 1000');
  }

  stopWrites(why: string): void {
    this.stopped = true;
    if (this.connection.open) this.connection.pragma('query_only = ON');
    this.stopping.resolve(why);
  }

  async close(): Promise<void> {
    if (this.checkpoints) await this.checkpoints.close();
    this.writes.flush();
    this.closed = true;
    this.connection.close();
    this.logFile.close();
    this.reach.close();
  }

  private async syncLog(): Promise<void> {
    if (this.connection.memory) return;
    try {
      const connection = this.sound();
      const mark = markOf(connection);
      await this.logFile.sync();
      if (connection !== this.connection) throw new StorageFailure('the database was reopened meanwhile');
      await this.reach.note(mark);
    } catch (error) {
      this.distrust();
      throw error;
    }
  }

  /** After a failed sync what the connection remembers of the log is not to be trusted: the next query opens another. */
  private distrust(): void {
    this.trusted = false;
    this.openings += 1;
    this.changes.note();
    this.logFile.close();
    this.statements.clear();
    this.connection.close();
  }

  private live(): SQLite.Database {
    if (this.connection.open || this.closed) return this.connection;
    this.connection = connect(this.file, { fileMustExist: true, timeout: 0 });
    this.openings += 1;
    if (this.checkpoints) this.connection.pragma('wal_autocheckpoint = 0');
    if (this.stopped) this.connection.pragma('query_only = ON');
    return this.connection;
  }

  /** The connection to write with: after a failed sync, only once its log was begun anew. */
  private sound(): SQLite.Database {
    const connection = this.live();
    if (!this.trusted) beginLogAnew(connection);
    this.trusted = true;
    return connection;
  }

  private commit(writes: readonly (() => unknown)[]): Outcome[] {
    this.changes.note();
    this.checkpoints?.note();
    try {
      return commitTogether(this.sound(), writes);
    } catch (error) {
      if (!isLasting(error) || this.stopped || this.connection.memory) throw error;
      this.distrust();
      return commitTogether(this.sound(), writes);
    }
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
}
