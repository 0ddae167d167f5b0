import { Worker } from 'node:worker_threads';
import { AskedThread } from '../asked-thread.ts';
import { bare, type Statement } from '../link.ts';
import type { Answer, ReadOrder } from '../orders.ts';
import type { Timed } from './pace.ts';

const resourceLimits = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 2 };

/** Reads in a thread of its own, which is begun once it is asked for something. */
export class ReadingAside {
  readonly #thread: AskedThread<ReadOrder, Answer>;

  constructor(file: string) {
    this.#thread = new AskedThread({
      begin: () =>
        new Worker(new URL('./reader-thread.ts', import.meta.url), { workerData: file, resourceLimits }),
      hear: (answer) => this.#thread.pass(answer),
      lost: (tell) => tell('the thread that reads has ended'),
    });
  }

  get isThere(): boolean {
    return this.#thread.isThere;
  }

  get isBusy(): boolean {
    return this.#thread.owes > 0;
  }

  begin(): void {
    this.#thread.begin();
  }

  read(statements: readonly Statement[]): Promise<Timed> {
    return this.#thread.ask({ kind: 'read', statements: bare(statements) });
  }

  /** Resolves once its connection is closed; the next read opens another. */
  async close(): Promise<void> {
    if (this.#thread.isThere) await this.#thread.ask({ kind: 'close' }).catch(() => undefined);
  }

  /** Resolves once the thread has ended. */
  end(): Promise<void> {
    return this.#thread.end({ kind: 'end' });
  }
}
