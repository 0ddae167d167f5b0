import { Buffer } from 'node:buffer';
import { Worker } from 'node:worker_threads';
import type { Style } from '../captcha/drawing/style.ts';
import type { Picture } from '../captcha/picture.ts';
import { Problem } from '../problem.ts';
import type { Log } from '../world/log.ts';
import type { Random } from '../world/random.ts';
import type { World } from '../world/world.ts';
import type { Done, Order } from './workshop-thread.ts';

const seedBytes = 32;
/** With half as much for what is new, a quarter of the time goes into clearing it; twice as much makes it hardly quicker. */
const resourceLimits = { maxOldGenerationSizeMb: 32, maxYoungGenerationSizeMb: 4 };

interface Waiting {
  resolve: (made: never) => void;
  reject: (error: Error) => void;
}

/**
 * Makes what captchas need in a thread of its own, which begins when something is first asked for. Where it dies, whoever
 * waits is told to come again, and the next to ask has a new one, until it is closed.
 */
export class Workshop implements Pick<World, 'draw' | 'speak' | 'deriveKey'> {
  readonly #log: Log;
  readonly #waiting = new Map<number, Waiting>();
  #thread: Worker | undefined;
  #ordered = 0;
  #isClosed = false;
  /** Whether a thread died, and nothing was made since. */
  #fails = false;
  /** In which the thread draws. */
  #style: Style | undefined;

  constructor(log: Log) {
    this.#log = log;
  }

  readonly draw = async (text: string, style: Style, random: Random): Promise<Picture> => {
    const thread = this.#begun();
    if (style !== this.#style) thread.postMessage({ kind: 'style', style } satisfies Order);
    this.#style = style;
    return this.#order(thread, (number) => ({ kind: 'picture', number, text, seed: seedOf(random) }));
  };

  readonly speak = async (names: readonly string[], random: Random): Promise<Uint8Array> =>
    this.#order(this.#begun(), (number) => ({ kind: 'sound', number, names, seed: seedOf(random) }));

  readonly deriveKey = async (password: Uint8Array, salt: Uint8Array): Promise<Uint8Array> =>
    this.#order(this.#begun(), (number) => ({ kind: 'key', number, password, salt }));

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#thread?.terminate();
  }

  #order<Made extends Picture | Uint8Array>(thread: Worker, order: (number: number) => Order): Promise<Made> {
    this.#ordered += 1;
    const number = this.#ordered;
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, { resolve, reject });
      thread.postMessage(order(number));
    });
  }

  #begun(): Worker {
    if (this.#isClosed) throw notMade();
    this.#thread ??= this.#begin();
    return this.#thread;
  }

  #begin(): Worker {
    const thread = new Worker(new URL('./workshop-thread.ts', import.meta.url), { resourceLimits });
    // Nobody waits for what is made ahead.
    thread.unref();
    thread.on('message', (done: Done) => this.#hand(done));
    thread.once('error', ({ message: cause }) => {
      this.#fails = true;
      this.#log('error', 'no captcha is made for a moment', { cause });
    });
    thread.once('exit', () => this.#lose());
    return thread;
  }

  #hand(done: Done): void {
    const waiting = this.#waiting.get(done.number);
    this.#waiting.delete(done.number);
    if ('made' in done) {
      this.#noteMade();
      waiting?.resolve(done.made as never);
    } else waiting?.reject(new Error(done.failure));
  }

  #noteMade(): void {
    if (this.#fails) this.#log('info', 'captchas are made again', {});
    this.#fails = false;
  }

  #lose(): void {
    this.#thread = undefined;
    this.#style = undefined;
    const all = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of all) reject(notMade());
  }
}

function seedOf(random: Random): string {
  return Buffer.from(random(seedBytes)).toString('base64url');
}

function notMade(): Problem {
  return new Problem(
    'unavailable',
    {
      vi: 'Chưa tạo được mã xác nhận. Vui lòng thử lại sau ít giây.',
      en: 'The captcha could not be made just now. Please try again in a few seconds.',
    },
    { retryAfterSeconds: 2 },
  );
}
