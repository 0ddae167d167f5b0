import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** So often, and no oftener. */
const pauseMs = 200;
/** A log that is longer is begun anew: 32 MB of the usual pages. */
const mostPages = 8_000;

/** Those who write: they are held while a log is begun anew, which only one who writes too could do otherwise. */
interface Writers {
  hold: () => void;
  release: () => void;
}

/** What came of an order. A failure is SQLite's, as far as it can be sent: its message and its code. */
interface Done {
  isLong: boolean;
  failure?: { message: string; code: string };
}

interface Listener {
  /** It goes on: what could not be done is tried again after the next commit. */
  failed: (error: Error) => void;
  /** There is no thread, and will be none. */
  lost: () => void;
}

/**
 * Brings the log of a database home in a thread of its own: what takes longest of it is waiting for the disk, which
 * would keep everybody waiting.
 */
export class Checkpoints {
  readonly #file: string;
  readonly #writers: Writers;
  readonly #listener: Listener;
  #thread: Worker | undefined;
  #pending: NodeJS.Timeout | undefined;
  #running = false;

  constructor(file: string, writers: Writers, listener: Listener) {
    this.#file = file;
    this.#writers = writers;
    this.#listener = listener;
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
      workerData: { file: this.#file, mostPages },
      // What it opens stays open, see there.
      trackUnmanagedFds: false,
      resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 2 },
    });
    thread.unref();
    thread.on('message', ({ isLong, failure }: Done) => {
      this.#running = isLong;
      if (failure) this.#listener.failed(Object.assign(new Error(failure.message), { code: failure.code }));
      if (!isLong) return this.#writers.release();
      this.#writers.hold();
      thread.postMessage('restart');
    });
    thread.once('error', () => this.#lose());
    return thread;
  }

  #lose(): void {
    this.#thread = undefined;
    this.#writers.release();
    this.#listener.lost();
  }
}
