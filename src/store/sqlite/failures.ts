import { counter } from '../../world/metrics.ts';
import { StorageFailure } from '../failure.ts';
import { classify, isDamage } from './errors.ts';

const count = counter(
  'binh_luan_storage_failures_total',
  'Times that the database could not store or read.',
  { readers: 'anyone' },
);

/** So long nothing fails of what works again. */
const calmMs = 1000;

/** Where all ends that fails of a database and its files, in a statement or beside one: as a StorageFailure, told once. */
export class Failures {
  readonly #noteDamage: (damage: Error) => void;
  readonly #told = new WeakSet<StorageFailure>();
  #tell: (failure: StorageFailure) => void = () => undefined;
  #tellRecovery: () => void = () => undefined;
  /** By `performance.now()`, while the last that is known is a failure. */
  #failedAt: number | undefined;

  constructor(noteDamage: (damage: Error) => void) {
    this.#noteDamage = noteDamage;
  }

  onFailure(tell: (failure: StorageFailure) => void): void {
    this.#tell = tell;
  }

  onRecovery(tell: () => void): void {
    this.#tellRecovery = tell;
  }

  /** Something reached the disk. What failed a moment ago, and may fail again in the next, is not over by that. */
  noteStored(): void {
    if (this.#failedAt === undefined || performance.now() - this.#failedAt < calmMs) return;
    this.#failedAt = undefined;
    this.#tellRecovery();
  }

  async guard<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      throw this.note(error);
    }
  }

  /** What is to be thrown in its place. */
  note(error: unknown): unknown {
    if (isDamage(error)) this.#noteDamage(error);
    const failure = classify(error);
    if (failure instanceof StorageFailure && !this.#told.has(failure)) {
      this.#told.add(failure);
      count({});
      this.#failedAt = performance.now();
      this.#tell(failure);
    }
    return failure;
  }
}
