import type { Database } from '../store/database.ts';

/** A database that tells how many rows were said to be `gone` by what was asked of it. */
export function countingRows(database: Database): Database & { rows: () => number } {
  let rows = 0;
  const note = (gone: readonly unknown[]) => {
    rows += gone.filter((row) => Object.hasOwn(row as object, 'gone')).length;
  };
  return {
    rowsAtOnce: database.rowsAtOnce,
    async query(query) {
      const gone = await database.query(query);
      note(gone);
      return gone;
    },
    async batch(queries) {
      const all = await database.batch(queries);
      for (const gone of all as readonly unknown[][]) note(gone);
      return all;
    },
    rows: () => rows,
  };
}
