import type { Statement } from './link.ts';

/** Whoever owns the one connection that writes. All reject with what SQLite or the system said. */
export interface Writing {
  /** So many comments are changed at once: whoever else waits for it waits for them. */
  readonly rowsAtOnce: number;
  /** All statements land together, or none does; resolves with the rows of each once they are committed. */
  write(statements: readonly Statement[]): Promise<unknown[][]>;
  /** Resolves once all that is committed by now is on the disk. */
  sync(): Promise<void>;
  /** Empties the log into the file; false where another process reads it. */
  purgeLog(): Promise<boolean>;
  /** From now on it stores nothing. */
  stop(): void;
  /** Stores what waits, has readers end, and closes last, as only who may write can leave a file without a log. */
  close(endReaders: () => Promise<void>): Promise<void>;
}

export interface Commit {
  writes: number;
  seconds: number;
}

/** What whoever reads must know. */
export interface Listener {
  /**
   * The connection was closed, since what it remembers of the log is not to be trusted: nor is what others do, whose
   * connections are closed once this resolves.
   */
  closed: () => Promise<void>;
  /** It is open anew, and its log may be another. */
  opened: () => void;
  /** So many writes were stored by one commit, which took so long. */
  committed: (commit: Commit) => void;
  /** Something failed that nobody waits for, and that is tried again. */
  failed: (error: unknown) => void;
}
