import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** So often, and no oftener. */
const pauseMs = 200;
/** 64 MB of the usual pages. */
const mostPages = 16_000;

/**
 * Brings the log of a database home in a thread of its own: what takes longest of it is waiting for the disk, which
 * would keep everybody waiting. `restart` is called where the log grew long, since only a writer can begin it anew;
 * `fallBack`, where there is no thread.
 */
export class Checkpoints {
  readonly #file: string;
  readonly #restart: () => void;
  readonly #fallBack: () => void;
  #thread: Worker | undefined;
  #pending: NodeJS.Timeout | undefined;
  #running = false;

  constructor(file: string, restart: () => void, fallBack: () => void) {
    this.#file = file;
    this.#restart = restart;
    this.#fallBack = fallBack;
  }

  /** Notes that something was committed. */
  note(): void {
    this.#pending ??= setTimeout(() => this.#ask(), pauseMs).unref();
  }

  async close(): Promise<void> {
    clearTimeout(this.#pending);
    if (!this.#thread) return;
    this.#thread.postMessage('close');
    await once(this.#thread, 'exit');
  }

  #ask(): void {
    this.#pending = undefined;
    if (this.#running) {
      this.note();
      return;
    }
    this.#running = true;
    this.#thread ??= this.#begin();
    this.#thread.postMessage('checkpoint');
  }

  #begin(): Worker {
    const thread = new Worker(new URL('./checkpointer.js', import.meta.url), {
      workerData: this.#file,
      resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 2 },
    });
    thread.unref();
    thread.on('message', (pages: number) => {
      this.#running = false;
      if (pages > mostPages) this.#beginAnew();
    });
    thread.once('error', () => this.#lose());
    return thread;
  }

  /** Where it cannot, whoever writes next is told why. */
  #beginAnew(): void {
    try {
      this.#restart();
    } catch {
      this.note();
    }
  }

  #lose(): void {
    this.#thread = undefined;
    this.#fallBack();
  }
}
