import { env } from 'cloudflare:test';
import type { D1Result } from '@cloudflare/workers-types';
import { openD1 } from '../../src/store/d1.ts';

/** The database of workerd, with a count of its calls and of the rows that it has read and written: those of indexes are counted too. */
export function countingD1() {
  const counted = { calls: 0, read: 0, written: 0 };
  const count = (answers: D1Result[]) => {
    counted.calls += 1;
    for (const { meta } of answers) {
      counted.read += meta.rows_read;
      counted.written += meta.rows_written;
    }
  };
  const database = openD1({
    prepare: (text: string) => ({
      bind(...values: unknown[]) {
        const statement = env.DB.prepare(text).bind(...values);
        const all = statement.all.bind(statement);
        return Object.assign(statement, {
          all: async () => {
            const answer = await all();
            count([answer]);
            return answer;
          },
        });
      },
    }),
    batch: async (statements: never) => {
      const answers = await env.DB.batch(statements);
      count(answers);
      return answers;
    },
  } as never);
  return { counted, database };
}
