import { histogram } from '../../world/metrics.ts';
import { StorageFailure } from '../failure.ts';

const time = histogram(
  'binh_luan_sync_duration_seconds',
  'How long the disk took to keep what was written.',
  { readers: 'anyone', bounds: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5] },
);

/**
 * Says when what was written to a log is on the disk. One sync serves all that wait when it begins; what is written
 * while it runs waits for the next, so that a busy moment costs few syncs, and the event loop none.
 */
export class LogSync {
  readonly #sync: () => Promise<void>;
  #written = 0;
  #synced = 0;
  #running: Promise<void> | undefined;

  constructor(sync: () => Promise<void>) {
    this.#sync = sync;
  }

  /** Notes that something was written. */
  note(): void {
    this.#written += 1;
  }

  /** Resolves once all that is written by now is on the disk; rejects with StorageFailure where a sync fails. */
  async settled(): Promise<void> {
    const wanted = this.#written;
    while (this.#synced < wanted) {
      this.#running ??= this.#once();
      await this.#running;
    }
  }

  async #once(): Promise<void> {
    const upTo = this.#written;
    const started = performance.now();
    try {
      await this.#sync();
      this.#synced = Math.max(this.#synced, upTo);
    } catch (error) {
      // Whether it reached the disk is not known: those who wait are told, and whoever comes next syncs again.
      if (error instanceof StorageFailure) throw error;
      throw new StorageFailure('the log could not be synced', { cause: error });
    } finally {
      time((performance.now() - started) / 1000, {});
      this.#running = undefined;
    }
  }
}
