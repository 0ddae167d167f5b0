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

/** So many writes share a commit; after one, those that come meanwhile wait for so many milliseconds and share the next. */
export interface Sharing {
  mostTogether: number;
  restMs?: number;
}

/**
 * Lets the writes that arrive in one turn of the event loop share a commit. Where another process holds the database
 * they wait in line, for two seconds at most, and readers do not.
 */
export class WriteGroup {
  readonly #commit: Commit;
  readonly #isBusy: (error: unknown) => boolean;
  readonly #mostTogether: number;
  readonly #restMs: number;
  #restsUntil = 0;
  #waiting: Waiting[] = [];
  #isDue = false;
  #isHeld = false;

  constructor(commit: Commit, isBusy: (error: unknown) => boolean, { mostTogether, restMs = 0 }: Sharing) {
    this.#commit = commit;
    this.#isBusy = isBusy;
    this.#mostTogether = mostTogether;
    this.#restMs = restMs;
  }

  add<Result>(write: () => Result): Promise<Result> {
    return new Promise((resolve, reject) => {
      const tell = (outcome: Outcome) =>
        'error' in outcome ? reject(outcome.error) : resolve(outcome.value as Result);
      this.#waiting.push({ write, tell, deadline: performance.now() + patienceMs });
      if (!this.#isDue && !this.#isHeld) this.#turnSoon();
    });
  }

  /** Until they are released, writes wait, whatever they were promised of patience. */
  hold(): void {
    this.#isHeld = true;
  }

  release(): void {
    this.#isHeld = false;
    if (this.#waiting.length > 0 && !this.#isDue) this.#turnSoon();
  }

  /** Commits all that waits, as far as the database is free. */
  flush(): void {
    while (this.#waiting.length > 0 && this.#commitSome());
  }

  /** At the next turn of the event loop, or later. */
  #turnSoon(pause = Math.ceil(this.#restsUntil - performance.now())): void {
    const turn = () => {
      this.#isDue = false;
      if (this.#isHeld) return;
      const isFree = this.#commitSome();
      if (this.#waiting.length > 0) this.#turnSoon(isFree ? undefined : pauseMs);
    };
    this.#isDue = true;
    if (pause > 0) setTimeout(turn, pause);
    else setImmediate(turn);
  }

  /** False where the database is held by another. */
  #commitSome(): boolean {
    const group = this.#waiting.splice(0, this.#mostTogether);
    if (group.length === 0) return true;
    this.#restsUntil = performance.now() + this.#restMs;
    try {
      const outcomes = this.#commit(group.map(({ write }) => write));
      outcomes.forEach((outcome, index) => void group[index]?.tell(outcome));
    } catch (error) {
      if (this.#isBusy(error)) {
        this.#waiting.unshift(...group);
        this.#dismissLate(error);
        return false;
      }
      for (const { tell } of group) tell({ error });
    }
    return true;
  }

  /** One attempt counts for all who wait, however many they become: a line costs no more than one of them. */
  #dismissLate(error: unknown): void {
    const now = performance.now();
    for (const { deadline, tell } of this.#waiting) if (deadline <= now) tell({ error });
    this.#waiting = this.#waiting.filter(({ deadline }) => deadline > now);
  }
}
