import { LRUCache } from 'lru-cache';
import type { Site } from '../../sites/site.ts';
import type { Failure } from './failure.ts';

const mostSites = 1000;
/** So many failures in a row, and the judge is left alone for a while. */
const enough = 5;
const restMs = 30_000;

interface Trouble {
  count: number;
  /** How it failed last. */
  last: Failure;
  /** When it was asked last. */
  askedAt: number;
}

/**
 * Keeps readers from waiting for judges that do not answer: one that failed five times in a row is asked every half a minute
 * only, until it answers.
 */
export class Circuit {
  private readonly troubles = new LRUCache<string, Trouble>({ max: mostSites });

  /** How it failed, while it is left alone; whoever is told nothing is the one to ask it. */
  restsFrom(site: Site, now: number): Failure | undefined {
    const trouble = this.troubles.get(keyOf(site));
    if (!trouble || trouble.count < enough) return undefined;
    if (now - trouble.askedAt < restMs) return trouble.last;
    trouble.askedAt = now;
    return undefined;
  }

  /** How it failed, where it failed so often that it is left alone. */
  failing(site: Site): Failure | undefined {
    const trouble = this.troubles.get(keyOf(site));
    return trouble && trouble.count >= enough ? trouble.last : undefined;
  }

  /** Whether that was the failure after which it is left alone. */
  noteFailure(site: Site, last: Failure, askedAt: number): boolean {
    const count = (this.troubles.get(keyOf(site))?.count ?? 0) + 1;
    this.troubles.set(keyOf(site), { count, last, askedAt });
    return count === enough;
  }

  /** Whether it was left alone before. */
  noteAnswer(site: Site): boolean {
    const wasLeftAlone = this.failing(site) !== undefined;
    this.troubles.delete(keyOf(site));
    return wasLeftAlone;
  }

  isAnyFailing(): boolean {
    return [...this.troubles.values()].some(({ count }) => count >= enough);
  }
}

/** Another address is another judge. */
function keyOf(site: Site): string {
  return JSON.stringify([site.id, site['judge-kind'], site['judge-url']]);
}
