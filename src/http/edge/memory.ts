import { LRUCache } from 'lru-cache';
import { readVersion } from '../../store/comments/versions.ts';
import type { World } from '../../world/world.ts';
import type { Edge, SharedAnswer } from './cache.ts';

/** As long nobody asks the database whether an answer is current: what others change elsewhere is gone by then. */
const freshMs = 5000;
/** From then on one reader's request asks, while the others are still answered; and the next one, if it is lost. */
const ripeMs = 4000;
const patienceMs = 1000;
/** As far may the clock of another server be ahead. */
const skewMs = 100;
const mostCharacters = 16 * 1024 * 1024;

interface Kept {
  answer: SharedAnswer;
  ripeAt: number;
}

/** The answers that one server has at hand, before those that it shares. */
export class EdgeMemory {
  readonly #world: World;
  readonly #edge: Edge;
  readonly #kept = new LRUCache<string, Kept>({
    maxSize: mostCharacters,
    sizeCalculation: ({ answer }, key) => answer.text.length + key.length + 1,
  });

  constructor(world: World, edge: Edge) {
    this.#world = world;
    this.#edge = edge;
  }

  /** An answer that is current, as of this epoch; it asks the database only where nobody here has done so lately. */
  async find(key: string, epoch: string): Promise<SharedAnswer | undefined> {
    const now = this.#world.now();
    const mine = this.#kept.get(key);
    if (mine && now < mine.ripeAt && isFresh(mine.answer, epoch, now)) return mine.answer;
    if (mine) mine.ripeAt = now + patienceMs;
    const shared = await this.#edge.find(key);
    if (shared && now < shared.askedAt + ripeMs && isFresh(shared, epoch, now)) {
      this.#keepHere(key, shared);
      return shared;
    }
    return this.#askAgain(key, [shared, mine?.answer], { askedAt: now, epoch });
  }

  async keep(key: string, answer: SharedAnswer): Promise<void> {
    this.#keepHere(key, answer);
    await this.#edge.keep(key, answer);
  }

  #keepHere(key: string, answer: SharedAnswer): void {
    this.#kept.set(key, { answer, ripeAt: answer.askedAt + ripeMs });
  }

  /** The one of these that has the version of now. */
  async #askAgain(
    key: string,
    answers: readonly (SharedAnswer | undefined)[],
    asking: Pick<SharedAnswer, 'askedAt' | 'epoch'>,
  ): Promise<SharedAnswer | undefined> {
    const usable = answers.filter((one) => one !== undefined).filter((one) => !isOver(one, asking.askedAt));
    const [any] = usable;
    if (!any) return undefined;
    const version = await readVersion(this.#world.database, any.site, any.article);
    const current = usable.find((one) => one.version === version);
    if (current) await this.keep(key, { ...current, ...asking });
    return current;
  }
}

function isFresh(answer: SharedAnswer, epoch: string, now: number): boolean {
  const age = now - answer.askedAt;
  return answer.epoch === epoch && age >= -skewMs && age < freshMs && !isOver(answer, now);
}

function isOver({ until }: SharedAnswer, now: number): boolean {
  return until !== null && now >= until;
}
