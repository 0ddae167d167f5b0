import type { Database } from '../../src/store/database.ts';

/** A database that lets so many writes pass and none after these, as where the process is killed. */
export function dyingAfter(database: Database, writes: number, rowsAtOnce = database.rowsAtOnce): Database {
  let left = writes;
  const pass = (texts: readonly { sql: string }[]) => {
    if (texts.some(({ sql }) => /^\s*(insert|update|delete)/i.test(sql)) && left-- <= 0)
      throw new Error('killed');
  };
  return {
    rowsAtOnce,
    query: async (query) => {
      pass([query]);
      return database.query(query);
    },
    batch: async (queries) => {
      pass(queries);
      return database.batch(queries);
    },
  };
}
