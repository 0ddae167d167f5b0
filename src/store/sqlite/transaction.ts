import type SQLite from 'better-sqlite3';
import { countCommit } from './mark.ts';
import type { Outcome } from './write-group.ts';

/** One transaction for all writes, with a savepoint for each where there are several: one that fails, fails alone. */
export function commitTogether(connection: SQLite.Database, writes: readonly (() => unknown)[]): Outcome[] {
  const one = connection.transaction((write: () => unknown) => write());
  const [first] = writes;
  const all = connection.transaction(() => {
    const outcomes =
      first && writes.length === 1
        ? [{ value: first() }]
        : writes.map((write) => attempt(connection, () => one(write)));
    countCommit(connection);
    return outcomes;
  });
  return all.immediate();
}

/** An error that ended the whole transaction is not that of one write. */
function attempt(connection: SQLite.Database, write: () => unknown): Outcome {
  try {
    return { value: write() };
  } catch (error) {
    if (!connection.inTransaction) throw error;
    return { error };
  }
}
