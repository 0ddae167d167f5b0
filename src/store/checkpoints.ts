import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** So often, and no oftener. */
const pauseMs = 200;
/** 64 MB of the usual pages. */
const mostPages = 16_000;

/**
 * Brings the log of a database home in a thread of its own: what takes longest of it is waiting for the disk, which
 * would keep everybody waiting. `restart` is called where the log grew long, since only a writer can begin it anew.
 */
export class Checkpoints {
  readonly #thread: Worker;
  #pending: NodeJS.Timeout | undefined;
  #running = false;

  constructor(file: string, restart: () => void, lost: (error: Error) => void) {
    this.#thread = new Worker(new URL('./checkpointer.ts', import.meta.url), {
      workerData: file,
      resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 2 },
    });
    this.#thread.unref();
    this.#thread.on('message', (pages: number) => {
      this.#running = false;
      if (pages > mostPages) restart();
    });
    this.#thread.once('error', lost);
  }

  /** Notes that something was committed. */
  note(): void {
    this.#pending ??= setTimeout(() => this.#ask(), pauseMs).unref();
  }

  async close(): Promise<void> {
    clearTimeout(this.#pending);
    this.#thread.postMessage('close');
    await once(this.#thread, 'exit');
  }

  #ask(): void {
    this.#pending = undefined;
    if (this.#running) return this.note();
    this.#running = true;
    this.#thread.postMessage('checkpoint');
  }
}
