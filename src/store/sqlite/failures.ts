import { counter } from '../../world/metrics.ts';
import { StorageFailure } from '../failure.ts';
import { classify, isDamage } from './errors.ts';

const count = counter(
  'binh_luan_storage_failures_total',
  'Times that the database could not store or read.',
  [{}],
);

/** Where all ends that fails of a database and its files, in a statement or beside one: as a StorageFailure, told once. */
export class Failures {
  readonly #noteDamage: (damage: Error) => void;
  readonly #told = new WeakSet<StorageFailure>();
  #tell: (failure: StorageFailure) => void = () => undefined;

  constructor(noteDamage: (damage: Error) => void) {
    this.#noteDamage = noteDamage;
  }

  onFailure(tell: (failure: StorageFailure) => void): void {
    this.#tell = tell;
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
      count();
      this.#tell(failure);
    }
    return failure;
  }
}
