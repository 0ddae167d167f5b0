import type SQLite from 'better-sqlite3';
import type { Outcome } from './write-group.ts';

/** One transaction for all writes, with a savepoint for each where there are several: one that fails, fails alone. */
export function commitTogether(connection: SQLite.Database, writes: readonly (() => unknown)[]): Outcome[] {
  const one = connection.transaction((write: () => unknown) => write());
  const [first] = writes;
  if (first && writes.length === 1) return [{ value: one.immediate(first) }];
  const all = connection.transaction(() => writes.map((write) => attempt(connection, () => one(write))));
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
