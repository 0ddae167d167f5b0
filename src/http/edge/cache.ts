import { digest } from '../../world/hash.ts';
import type { takeAnswer } from '../ready/ready-answers.ts';

/** As Workers have it. */
declare const caches: {
  open: (name: string) => Promise<{
    match: (address: string) => Promise<Response | undefined>;
    put: (address: string, answer: Response) => Promise<void>;
  }>;
};

type Taken = NonNullable<Awaited<ReturnType<typeof takeAnswer>>>;

/** An answer as it is shared: text through and through. */
export interface SharedAnswer extends Omit<Taken, 'fills'> {
  /** Whether its text has places that each answer fills anew. */
  hasPlaces: boolean;
  /** Before anything of it was last read from the database, or found to be current there. */
  askedAt: number;
  /** The epoch of that time. */
  epoch: string;
}

/** What all who serve in one place share. */
export interface Edge {
  /** Another one after every change that was made in this place. */
  epoch(): Promise<string>;
  /** Begins a new epoch. */
  noteChange(): Promise<void>;
  find(key: string): Promise<SharedAnswer | undefined>;
  keep(key: string, answer: SharedAnswer): Promise<void>;
}

/** Seconds: as long an answer may be found to be current again, and no longer does what was taken back lie there. */
const answerLives = 60;
const epochLives = 86_400;

/**
 * The cache of the data centre; where it has none, or it fails, each server is on its own. An answer is for the release
 * that made it: a page of another one names files that are gone.
 */
export function openEdge(publicUrl: string, release: string): Edge {
  const addressOf = (name: string) => `${publicUrl}/edge-cache/${name}`;
  const answerAt = (key: string) => addressOf(digest(`${release}\n${key}`));
  let ownEpoch = 'first';
  return {
    async epoch() {
      return (await read(addressOf('epoch'))) ?? ownEpoch;
    },
    async noteChange() {
      ownEpoch = crypto.randomUUID();
      await write(addressOf('epoch'), ownEpoch, epochLives);
    },
    async find(key) {
      const text = await read(answerAt(key));
      return text === undefined ? undefined : JSON.parse(text);
    },
    keep: (key, answer) => write(answerAt(key), JSON.stringify(answer), answerLives),
  };
}

async function read(address: string): Promise<string | undefined> {
  try {
    const cache = await caches.open('binh-luan');
    return await (await cache.match(address))?.text();
  } catch {
    return undefined;
  }
}

async function write(address: string, text: string, seconds: number): Promise<void> {
  try {
    const cache = await caches.open('binh-luan');
    await cache.put(address, new Response(text, { headers: { 'Cache-Control': `max-age=${seconds}` } }));
  } catch {
    // What is not shared is asked of the database again.
  }
}
