/** What became of one write: a failure of its own does not touch the others. */
export type Outcome = { value: unknown } | { error: unknown };

type Commit = (writes: readonly (() => unknown)[]) => Outcome[];

interface Waiting {
  write: () => unknown;
  tell: (outcome: Outcome) => void;
  /** By `performance.now()`. */
  deadline: number;
}

const patienceMs = 2000;
const pauseMs = 20;

/**
 * Lets the writes that arrive in one turn of the event loop share a commit. Where another process holds the database
 * they wait in line, for two seconds at most, and readers do not.
 */
export class WriteGroup {
  readonly #commit: Commit;
  readonly #isBusy: (error: unknown) => boolean;
  #waiting: Waiting[] = [];
  #isDue = false;

  constructor(commit: Commit, isBusy: (error: unknown) => boolean) {
    this.#commit = commit;
    this.#isBusy = isBusy;
  }

  add<Result>(write: () => Result): Promise<Result> {
    return new Promise((resolve, reject) => {
      const tell = (outcome: Outcome) =>
        'error' in outcome ? reject(outcome.error) : resolve(outcome.value as Result);
      this.#waiting.push({ write, tell, deadline: performance.now() + patienceMs });
      if (!this.#isDue) setImmediate(() => this.flush());
      this.#isDue = true;
    });
  }

  /** Commits what waits. */
  flush(): void {
    const group = this.#waiting;
    this.#waiting = [];
    this.#isDue = false;
    if (group.length === 0) return;
    try {
      const outcomes = this.#commit(group.map(({ write }) => write));
      outcomes.forEach((outcome, index) => void group[index]?.tell(outcome));
    } catch (error) {
      this.#putOff(group, error);
    }
  }

  /** One attempt for all who wait, however many they become: a line costs the event loop no more than one of them. */
  #putOff(group: readonly Waiting[], error: unknown): void {
    const until = this.#isBusy(error) ? performance.now() : Number.POSITIVE_INFINITY;
    for (const { deadline, tell } of group) if (deadline <= until) tell({ error });
    this.#waiting = group.filter(({ deadline }) => deadline > until);
    if (this.#waiting.length === 0) return;
    this.#isDue = true;
    setTimeout(() => this.flush(), pauseMs);
  }
}
