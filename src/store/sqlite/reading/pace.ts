import type { Link, Statement } from '../link.ts';

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
/** So many times must a statement have been quick for one time that it was not to be forgiven: the machine was busy. */
const probation = 16;

/** Which statements are quick, by what they took of late. */
export class Pace {
  /** How many times each is to be quick before it is as good as never slow; less than `probation` is quick. */
  readonly #owed = new Map<string, number>();

  /** What was never run is not quick yet. */
  isQuick({ sql }: Statement): boolean {
    return this.#owedBy(sql) < probation;
  }

  note(statements: readonly Statement[], took: readonly number[]): void {
    for (const [at, { sql }] of statements.entries()) {
      const owed = this.#owedBy(sql) + ((took[at] ?? 0) > quickMs ? probation : -1);
      this.#owed.set(sql, Math.min(Math.max(owed, 0), 2 * probation));
    }
  }

  #owedBy(sql: string): number {
    return this.#owed.get(sql) ?? probation;
  }
}
