/** What became of one write: a failure of its own does not touch the others. */
export type Outcome = { value: unknown } | { error: unknown };

type Commit = (writes: readonly (() => unknown)[]) => Outcome[];

interface Waiting {
  write: () => unknown;
  tell: (outcome: Outcome) => void;
}

const patienceMs = 2000;
const pauseMs = 20;

/**
 * Lets the writes that arrive in one turn of the event loop share a commit. Where another process holds the database
 * they wait, for two seconds at most, and readers do not.
 */
export class WriteGroup {
  readonly #commit: Commit;
  readonly #isBusy: (error: unknown) => boolean;
  #waiting: Waiting[] = [];

  constructor(commit: Commit, isBusy: (error: unknown) => boolean) {
    this.#commit = commit;
    this.#isBusy = isBusy;
  }

  add<Result>(write: () => Result): Promise<Result> {
    return new Promise((resolve, reject) => {
      const tell = (outcome: Outcome) =>
        'error' in outcome ? reject(outcome.error) : resolve(outcome.value as Result);
      if (this.#waiting.length === 0) setImmediate(() => this.flush());
      this.#waiting.push({ write, tell });
    });
  }

  /** Commits what waits. */
  flush(deadline = Date.now() + patienceMs): void {
    const group = this.#waiting;
    this.#waiting = [];
    if (group.length > 0) this.#attempt(group, deadline);
  }

  #attempt(group: readonly Waiting[], deadline: number): void {
    try {
      const outcomes = this.#commit(group.map(({ write }) => write));
      outcomes.forEach((outcome, index) => void group[index]?.tell(outcome));
    } catch (error) {
      if (this.#isBusy(error) && Date.now() < deadline) {
        setTimeout(() => this.#attempt(group, deadline), pauseMs);
        return;
      }
      for (const { tell } of group) tell({ error });
    }
  }
}
