import { Problem } from '../problem.ts';

/** Who asks: of one `key` few may be in line at once, and whoever is known goes before strangers. */
export interface Comer {
  key: string;
  known: boolean;
}

/** So many hash at once: two of the four threads that Node has for it stay free for files and syncs. */
const atOnce = 2;
/** How many may wait: of strangers two seconds' worth or so, and beside them of those who are known. */
const mostWaiting = { strangers: 16, known: 8 };
const mostOfKey = 2;
const retryAfterSeconds = 5;
const lookAgainMs = 20;
/** Whoever has not been heard of for so long was cut off: a Worker's request may end without a word. */
const silentMs = 30_000;

/** Says that its holder's turn has come: only the line makes it, and nothing is hashed without. */
class Turn {
  readonly begun = true;
}

export type { Turn };

interface Place extends Comer {
  heardAt: number;
  begun: boolean;
}

/**
 * The line in which passwords are hashed, which is slow on purpose. Each looks by itself whether its turn has come,
 * since on Workers no request may wait for another one's promise.
 */
export class PasswordLine {
  #places: Place[] = [];

  /** Does the work once its turn has come; throws `unavailable` where too many wait. */
  async run<Result>(comer: Comer, work: (turn: Turn) => Promise<Result>): Promise<Result> {
    const place = this.#enter(comer);
    try {
      while (!this.#isNext(place)) await pause(lookAgainMs);
      place.begun = true;
      return await work(new Turn());
    } finally {
      this.#places = this.#places.filter((one) => one !== place);
    }
  }

  #enter(comer: Comer): Place {
    const now = Date.now();
    this.#places = this.#places.filter(({ heardAt }) => now - heardAt < silentMs);
    if (this.#isFullFor(comer)) throw tooManyWait();
    const place = { ...comer, heardAt: now, begun: false };
    this.#places.push(place);
    return place;
  }

  #isFullFor({ key, known }: Comer): boolean {
    if (this.#places.filter((one) => one.key === key).length >= mostOfKey) return true;
    const waiting = this.#places.filter((one) => !one.begun && one.known === known);
    return waiting.length >= (known ? mostWaiting.known : mostWaiting.strangers);
  }

  #isNext(place: Place): boolean {
    if (!this.#places.includes(place)) throw tooManyWait();
    place.heardAt = Date.now();
    const waiting = this.#places.filter(({ begun }) => !begun);
    const first = waiting.find(({ known }) => known) ?? waiting[0];
    return first === place && this.#places.length - waiting.length < atOnce;
  }
}

/** That of this process, or of this isolate. */
export const passwordLine = new PasswordLine();

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function tooManyWait(): Problem {
  return new Problem(
    'unavailable',
    {
      vi: 'Đang có nhiều người đăng nhập cùng lúc. Vui lòng thử lại sau ít giây.',
      en: 'Many are signing in at this moment. Please try again in a few seconds.',
    },
    { retryAfterSeconds },
  );
}
