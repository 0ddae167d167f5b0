import type { Database, StorageFailure } from '../database.ts';

export interface SqliteDatabase extends Database {
  /** Resolves once all that was written by now is on the disk; rejects with StorageFailure. */
  settled(): Promise<void>;
  /** Has each failure to store or to read told. */
  onFailure(tell: (failure: StorageFailure) => void): void;
  /** Has it told once when it stores again, after it could not. */
  onRecovery(tell: () => void): void;
  /** Runs what is done to its files beside the statements: where it fails, it rejects as they do, and is told. */
  guard<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Empties the log into the file, so that nothing erased stays in it; false where another process reads it. */
  purgeLog(): Promise<boolean>;
  /** From now on a thread writes, and brings the log home: whoever reads waits for no commit and no disk. */
  writeAside(): void;
  /** For as long as it is open: from now on whatever would write rejects with StorageFailure. */
  stopWrites(why: string): void;
  /** Resolves with the first reason once writes have stopped. */
  readonly writesStopped: Promise<string>;
  /** Grows whenever its log may be a new file. */
  readonly openings: number;
  close(): Promise<void>;
}
