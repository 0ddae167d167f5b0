import { LRUCache } from 'lru-cache';
import { type Allowance, startOf } from '../store/limits/attempts.ts';

/** Some 200 bytes each. Who pushes out others needs as many senders, each of whom may do as much anyway. */
const mostSubjects = 50_000;

/**
 * Counts attempts as the database does, in memory: for what is of no weight after a minute, and may be forgotten where the
 * process ends. All windows are as long.
 */
export class Counts {
  readonly #counts = new LRUCache<string, number>({ max: mostSubjects });
  #start = 0;

  /** As `takeAttempts`: where one has had its most, nothing is counted of the others either. */
  take(allowances: readonly Allowance[], now: number): (number | undefined)[] {
    this.#forgetBefore(allowances, now);
    const counts = allowances.map(({ subject, most }) => {
      const count = (this.#counts.get(subject) ?? 0) + 1;
      return count > most ? undefined : count;
    });
    if (!counts.includes(undefined))
      allowances.forEach(({ subject }, at) => void this.#counts.set(subject, counts[at] ?? 0));
    return counts;
  }

  #forgetBefore([first]: readonly Allowance[], now: number): void {
    const start = first ? startOf(first.windowMs, now) : this.#start;
    if (start !== this.#start) this.#counts.clear();
    this.#start = start;
  }
}
