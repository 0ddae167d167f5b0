import { Worker } from 'node:worker_threads';
import { oneAtATime } from '../../world/slices.ts';
import { StorageFailure } from '../failure.ts';
import { AskedThread } from './asked-thread.ts';
import type { Statement } from './link.ts';
import { asThrown, type Beginning, type Order, type Told } from './orders.ts';
import type { Listener, Writing } from './writing.ts';

/** As many as are stored within some seconds, and as find room; whoever comes after them is told at once. */
const mostWaiting = 2000;
const limits = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 2 };

/**
 * Writes in a thread of its own. Where that ends against our will, all who wait are told so, and whoever writes next has
 * another one begun.
 */
export class WritingAside implements Writing {
  /** Some six milliseconds, for which only other writes wait. */
  readonly rowsAtOnce = 20;
  readonly #file: string;
  readonly #listener: Listener;
  readonly #gate = new Int32Array(new SharedArrayBuffer(4));
  readonly #turn = oneAtATime();
  readonly #thread: AskedThread<Order, Told>;
  #trusted = true;
  #stopped = false;
  #closing = false;

  constructor(file: string, listener: Listener) {
    this.#file = file;
    this.#listener = listener;
    this.#thread = new AskedThread({
      begin: () => this.#begin(),
      hear: (told) => this.#hear(told),
      lost: (tell) => this.#lose(tell),
    });
    this.#thread.begin();
  }

  write(statements: readonly Statement[]): Promise<unknown[][]> {
    if (this.#thread.owes >= mostWaiting)
      return Promise.reject(new StorageFailure('too much waits to be stored'));
    return this.#ask({ kind: 'write', statements });
  }

  sync(): Promise<void> {
    return this.#ask({ kind: 'sync' });
  }

  purgeLog(): Promise<boolean> {
    return this.#ask({ kind: 'purgeLog' });
  }

  stop(): void {
    this.#stopped = true;
    if (this.#thread.isThere) this.#ask({ kind: 'stop' }).catch(() => undefined);
  }

  async close(endReaders: () => Promise<void>): Promise<void> {
    if (this.#thread.isThere) await this.#ask({ kind: 'flush' }).catch(() => undefined);
    await endReaders();
    this.#closing = true;
    await this.#thread.end({ kind: 'close' });
  }

  #ask<Value>(order: Parameters<AskedThread<Order, Told>['ask']>[0]): Promise<Value> {
    return this.#closing
      ? Promise.reject(new StorageFailure('the database is closed'))
      : this.#thread.ask(order);
  }

  #begin(): Worker {
    const beginning: Beginning = {
      file: this.#file,
      trusted: this.#trusted,
      stopped: this.#stopped,
      gate: this.#gate,
    };
    return new Worker(new URL('./writer-thread.ts', import.meta.url), {
      workerData: beginning,
      resourceLimits: limits,
    });
  }

  #hear(told: Told): void {
    if (told.kind === 'answers') {
      told.commits.forEach((commit) => void this.#listener.committed(commit));
      // Those of one commit would all go on at once, and whoever reads would wait for them.
      for (const answer of told.answers) void this.#turn().then(() => this.#thread.pass(answer));
    }
    if (told.kind === 'opened') this.#listener.opened();
    if (told.kind === 'failed') this.#listener.failed(asThrown(told.error));
    if (told.kind === 'closed') void this.#listener.closed().then(() => this.#openGate());
  }

  #openGate(): void {
    Atomics.store(this.#gate, 0, 1);
    Atomics.notify(this.#gate, 0);
  }

  #lose(tell: (failure: string) => void): void {
    this.#trusted = false;
    if (!this.#closing) void this.#listener.closed();
    // What it has answered is passed on before.
    void this.#turn().then(() =>
      tell('the thread that writes has ended, and what it was about to store may be stored or not'),
    );
  }
}
