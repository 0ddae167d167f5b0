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
/** So long where it would have to wait itself for one that takes longer. */
const bearableMs = 20;
/** So many times must a statement have been quick for one time that it was not to be forgiven: the machine was busy. */
const probation = 16;

interface Experience {
  /** How many times it is to be quick before it is as good as never slow; less than `probation` is quick. */
  owed: number;
  lastMs: number;
}

const neverRun: Experience = { owed: probation, lastMs: Number.POSITIVE_INFINITY };

/** Which statements are quick, by what they took of late: what was never run is not quick yet. */
export class Pace {
  readonly #experiences = new Map<string, Experience>();

  areQuick(statements: readonly Statement[]): boolean {
    return statements.every(({ sql }) => isQuick(this.#experienceOf(sql)));
  }

  areBearable(statements: readonly Statement[]): boolean {
    return statements.every(({ sql }) => isBearable(this.#experienceOf(sql)));
  }

  note(statements: readonly Statement[], took: readonly number[]): void {
    for (const [at, { sql }] of statements.entries()) {
      const lastMs = took[at] ?? 0;
      const owed = this.#experienceOf(sql).owed + (lastMs > quickMs ? probation : -1);
      this.#experiences.set(sql, { owed: Math.min(Math.max(owed, 0), 2 * probation), lastMs });
    }
  }

  #experienceOf(sql: string): Experience {
    return this.#experiences.get(sql) ?? neverRun;
  }
}

function isQuick({ owed }: Experience): boolean {
  return owed < probation;
}

function isBearable(one: Experience): boolean {
  return isQuick(one) || one.lastMs <= bearableMs;
}
