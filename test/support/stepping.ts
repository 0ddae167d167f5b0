import type { Database } from '../../src/store/database.ts';

/**
 * A database that changes two comments at once, so that many decisions take several steps; before each of these, counted
 * from 0, something else happens. What rejects there fails the step.
 */
export function stepping(database: Database, before: (step: number) => Promise<void>): Database {
  let steps = 0;
  let isMeanwhile = false;
  return {
    rowsAtOnce: 2,
    query: (query) => database.query(query),
    batch: async (queries) => {
      const isStep = !isMeanwhile && queries.some(({ sql }) => sql.includes('decision_steps'));
      if (isStep) {
        isMeanwhile = true;
        await before(steps++).finally(() => {
          isMeanwhile = false;
        });
      }
      return database.batch(queries);
    },
  };
}
