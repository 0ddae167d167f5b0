import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { oneAtATime } from '../../world/slices.ts';
import { StorageFailure } from '../failure.ts';
import type { Statement } from './link.ts';
import { type Answer, asThrown, type Beginning, type Order, type Told } from './orders.ts';
import type { Listener, Writing } from './writing.ts';

/** As many as are stored within some seconds, and as find room; whoever comes after them is told at once. */
const mostWaiting = 2000;
const limits = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 2 };

interface Waiting {
  resolve: (value: never) => void;
  reject: (error: Error) => void;
}

type Unnumbered<One> = One extends Order ? Omit<One, 'number'> : never;

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
  readonly #waiting = new Map<number, Waiting>();
  readonly #turn = oneAtATime();
  #thread: Worker | undefined;
  #number = 0;
  #trusted = true;
  #stopped = false;
  #closing = false;

  constructor(file: string, listener: Listener) {
    this.#file = file;
    this.#listener = listener;
    this.#thread = this.#begin();
  }

  write(statements: readonly Statement[]): Promise<unknown[][]> {
    if (this.#waiting.size >= mostWaiting)
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
    if (this.#thread) this.#ask({ kind: 'stop' }).catch(() => undefined);
  }

  async close(endReaders: () => void): Promise<void> {
    if (this.#thread) await this.#ask({ kind: 'flush' }).catch(() => undefined);
    endReaders();
    this.#closing = true;
    if (!this.#thread) return;
    const ended = once(this.#thread, 'exit');
    this.#ask({ kind: 'close' }).catch(() => undefined);
    await ended;
  }

  #ask<Value>(order: Unnumbered<Order>): Promise<Value> {
    if (this.#closing && order.kind !== 'close')
      return Promise.reject(new StorageFailure('the database is closed'));
    return new Promise((resolve, reject) => {
      this.#thread ??= this.#begin();
      this.#number += 1;
      this.#thread.postMessage({ ...order, number: this.#number } satisfies Order);
      // Where nothing else goes on, the process is not to end before it is answered.
      this.#thread.ref();
      this.#waiting.set(this.#number, { resolve, reject });
    });
  }

  #begin(): Worker {
    const beginning: Beginning = {
      file: this.#file,
      trusted: this.#trusted,
      stopped: this.#stopped,
      gate: this.#gate,
    };
    const thread = new Worker(new URL('./writer-thread.ts', import.meta.url), {
      workerData: beginning,
      resourceLimits: limits,
    });
    let why = '';
    thread.unref();
    thread.on('message', (told: Told) => this.#hear(told));
    thread.once('error', (error) => {
      why = `: ${error instanceof Error ? error.message : error}`;
    });
    thread.once('exit', () => this.#lose(why));
    return thread;
  }

  #hear(told: Told): void {
    if (told.kind === 'answers') {
      told.commits.forEach((commit) => void this.#listener.committed(commit));
      // Those of one commit would all go on at once, and whoever reads would wait for them.
      for (const answer of told.answers) void this.#turn().then(() => this.#pass(answer));
    }
    if (told.kind === 'opened') this.#listener.opened();
    if (told.kind === 'failed') this.#listener.failed(asThrown(told.error));
    if (told.kind !== 'closed') return;
    this.#listener.closed();
    Atomics.store(this.#gate, 0, 1);
    Atomics.notify(this.#gate, 0);
  }

  #pass(answer: Answer): void {
    const waiting = this.#take(answer.number);
    if ('error' in answer) waiting?.reject(asThrown(answer.error));
    else waiting?.resolve(answer.value as never);
  }

  #take(number: number): Waiting | undefined {
    const waiting = this.#waiting.get(number);
    this.#waiting.delete(number);
    if (this.#waiting.size === 0) this.#thread?.unref();
    return waiting;
  }

  #lose(why: string): void {
    this.#thread = undefined;
    this.#trusted = false;
    if (!this.#closing) this.#listener.closed();
    const failure = new StorageFailure(
      `the thread that writes has ended, and what it was about to store may be stored or not${why}`,
    );
    const lost = [...this.#waiting.keys()];
    // What it has answered is passed on before.
    void this.#turn().then(() => lost.forEach((number) => void this.#take(number)?.reject(failure)));
  }
}
