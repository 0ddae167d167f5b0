import type SQLite from 'better-sqlite3';
import { StorageFailure } from '../failure.ts';
import { Checkpoints } from './checkpoints.ts';
import { beginLogAnew, connect } from './connection.ts';
import { isBusy, isLasting } from './errors.ts';
import { Link, type Statement } from './link.ts';
import { LogFile } from './log-file.ts';
import { markOf } from './mark.ts';
import { ReachFile } from './reach-file.ts';
import { commitTogether } from './transaction.ts';
import { type Outcome, type Sharing, WriteGroup } from './write-group.ts';
import type { Listener, Writing } from './writing.ts';

interface Given extends Sharing {
  /** The connection, where there is one. */
  connection?: SQLite.Database;
  /** Whether the log is as whoever wrote before left it. */
  trusted?: boolean;
}

/** Writes in the thread that it is made in. */
export class Writer implements Writing {
  /** Three milliseconds or so, of a thread that everybody else waits for. */
  readonly rowsAtOnce = 10;
  readonly link: Link;
  readonly #file: string;
  readonly #listener: Listener;
  readonly #logFile: LogFile;
  readonly #reach: ReachFile;
  readonly #writes: WriteGroup;
  #checkpoints: Checkpoints | undefined;
  #trusted: boolean;
  #stopped = false;

  constructor(file: string, listener: Listener, given: Given) {
    this.link = new Link(() => this.#open(), given.connection);
    this.#file = file;
    this.#listener = listener;
    this.#logFile = new LogFile(`${file}-wal`);
    this.#reach = new ReachFile(file);
    this.#writes = new WriteGroup((writes) => this.#commit(writes), isBusy, given);
    this.#trusted = given.trusted ?? true;
  }

  write(statements: readonly Statement[]): Promise<unknown[][]> {
    return this.#writes.add(() => statements.map((statement) => this.link.run(statement)));
  }

  async sync(): Promise<void> {
    if (this.link.connection.memory) return;
    try {
      const connection = this.#sound();
      const mark = markOf(connection);
      await this.#logFile.sync();
      if (connection !== this.link.connection)
        throw new StorageFailure('the database was reopened meanwhile');
      await this.#reach.note(mark);
    } catch (error) {
      this.#distrust();
      throw error;
    }
  }

  async purgeLog(): Promise<boolean> {
    return this.link.connection.pragma('wal_checkpoint(truncate)', { simple: true }) === 0;
  }

  stop(): void {
    this.#stopped = true;
    this.link.set('query_only = ON');
  }

  /** Commits all that waits, as far as the database is free. */
  flush(): void {
    this.#writes.flush();
  }

  async close(endReaders: () => Promise<void>): Promise<void> {
    if (this.#checkpoints) await this.#checkpoints.close();
    this.flush();
    await endReaders();
    this.link.end();
    this.#logFile.close();
    this.#reach.close();
  }

  /** From now on a thread brings the log home, so that no commit waits for the disk. */
  checkpointAside(): void {
    this.#checkpoints = new Checkpoints(this.#file, this.#writes, {
      failed: (error) => void (isBusy(error) || this.#listener.failed(error)),
      lost: () => this.#checkpointHere(),
    });
    this.link.set('wal_autocheckpoint = 0');
  }

  #checkpointHere(): void {
    this.#checkpoints = undefined;
    this.link.set('wal_autocheckpoint = 1000');
  }

  #commit(writes: readonly (() => unknown)[]): Outcome[] {
    this.#checkpoints?.note();
    const began = performance.now();
    try {
      const outcomes = commitTogether(this.#sound(), writes);
      this.#listener.committed({ writes: writes.length, seconds: (performance.now() - began) / 1000 });
      return outcomes;
    } catch (error) {
      if (!isLasting(error) || this.#stopped || this.link.connection.memory) throw error;
      this.#distrust();
      return commitTogether(this.#sound(), writes);
    }
  }

  /** After a failed sync what the connection remembers of the log is not to be trusted: the next query opens another. */
  #distrust(): void {
    this.#trusted = false;
    this.#logFile.close();
    this.link.close();
    void this.#listener.closed();
  }

  /** The connection to write with: after a failed sync, only once its log was begun anew. */
  #sound(): SQLite.Database {
    const { connection } = this.link;
    if (!this.#trusted) beginLogAnew(connection);
    this.#trusted = true;
    return connection;
  }

  #open(): SQLite.Database {
    const connection = connect(this.#file, { fileMustExist: true, timeout: 0 });
    if (!this.#trusted) this.#listener.opened();
    if (this.#checkpoints) connection.pragma('wal_autocheckpoint = 0');
    if (this.#stopped) connection.pragma('query_only = ON');
    return connection;
  }
}
