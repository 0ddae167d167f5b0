import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { StorageFailure } from '../failure.ts';
import { type Answer, asThrown } from './orders.ts';

interface Given<Told> {
  begin: () => Worker;
  /** Given what it tells, answers too: those are to be passed on. */
  hear: (told: Told) => void;
  /** It has ended: `tell` says so, and why, to all who wait for it. Whoever asks next has another one begun. */
  lost: (tell: (failure: string) => void) => void;
}

interface Waiting {
  resolve: (value: never) => void;
  reject: (error: Error) => void;
}

/** A thread that is begun when it is first asked for something, and answers each under its number. */
export class AskedThread<Order extends { number: number }, Told> {
  readonly #given: Given<Told>;
  readonly #waiting = new Map<number, Waiting>();
  #thread: Worker | undefined;
  #number = 0;

  constructor(given: Given<Told>) {
    this.#given = given;
  }

  /** How many answers it owes. */
  get owes(): number {
    return this.#waiting.size;
  }

  get isThere(): boolean {
    return this.#thread !== undefined;
  }

  begin(): Worker {
    this.#thread ??= this.#begun();
    return this.#thread;
  }

  ask<Value>(order: WithoutNumber<Order>): Promise<Value> {
    return new Promise((resolve, reject) => {
      const thread = this.begin();
      this.#number += 1;
      thread.postMessage({ ...order, number: this.#number });
      // Where nothing else goes on, the process is not to end before it is answered.
      thread.ref();
      this.#waiting.set(this.#number, { resolve, reject });
    });
  }

  pass(answer: Answer): void {
    const waiting = this.#take(answer.number);
    if ('error' in answer) waiting?.reject(asThrown(answer.error));
    else waiting?.resolve(answer.value as never);
  }

  /** Asks it for the last time; resolves once it has ended. */
  async end(order: WithoutNumber<Order>): Promise<void> {
    if (!this.#thread) return;
    const ended = once(this.#thread, 'exit');
    this.ask(order).catch(() => undefined);
    await ended;
  }

  #begun(): Worker {
    const thread = this.#given.begin();
    let why = '';
    thread.unref();
    thread.on('message', this.#given.hear);
    thread.once('error', (error) => {
      why = `: ${error instanceof Error ? error.message : error}`;
    });
    thread.once('exit', () => this.#lose(why));
    return thread;
  }

  #take(number: number): Waiting | undefined {
    const waiting = this.#waiting.get(number);
    this.#waiting.delete(number);
    if (this.#waiting.size === 0) this.#thread?.unref();
    return waiting;
  }

  #lose(why: string): void {
    this.#thread = undefined;
    const lost = [...this.#waiting.keys()];
    this.#given.lost((failure) => {
      for (const number of lost) this.#take(number)?.reject(new StorageFailure(failure + why));
    });
  }
}

type WithoutNumber<One> = One extends { number: number } ? Omit<One, 'number'> : never;
