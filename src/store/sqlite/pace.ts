import type { Link, Statement } from './link.ts';

/** The rows of each statement, and how many milliseconds it took. */
export interface Timed {
  rows: unknown[][];
  took: number[];
}

/** Of several statements all see the same moment. */
export function readTimed(link: Link, statements: readonly Statement[]): Timed {
  const took: number[] = [];
  const run = () =>
    statements.map((statement) => {
      const began = performance.now();
      const rows = link.run(statement);
      took.push(performance.now() - began);
      return rows;
    });
  return { rows: statements.length === 1 ? run() : link.connection.transaction(run)(), took };
}

/** So long, in milliseconds, may somebody's question keep all others waiting. */
const quickMs = 3;
/** What was slow once is quick again after so many times. */
const probation = 16;

/** Which statements are quick, by what they took of late. */
export class Pace {
  readonly #slowFor = new Map<string, number>();

  /** Nothing is known of a statement that was never run. */
  isQuick({ sql }: Statement): boolean | undefined {
    const slowFor = this.#slowFor.get(sql);
    return slowFor === undefined ? undefined : slowFor === 0;
  }

  /** Whether all of them were quick. */
  note(statements: readonly Statement[], took: readonly number[]): boolean {
    let areQuick = true;
    for (const [at, { sql }] of statements.entries()) {
      const isQuick = (took[at] ?? 0) <= quickMs;
      areQuick &&= isQuick;
      this.#slowFor.set(sql, isQuick ? Math.max(0, (this.#slowFor.get(sql) ?? 0) - 1) : probation);
    }
    return areQuick;
  }
}
