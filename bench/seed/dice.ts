import { createHash } from 'node:crypto';
import { growingId, randomToken } from '../../src/world/random.ts';
import { randomFrom } from '../filter/random.ts';

/** Chance that falls the same way on every run with the same seed. */
export class Dice {
  private readonly roll: () => number;
  private readonly seed: string;
  private tokens = 0;

  constructor(seed: number) {
    this.roll = randomFrom(seed);
    this.seed = String(seed);
  }

  /** Whether what happens in this share of cases happens now. */
  chance(share: number): boolean {
    return this.roll() < share;
  }

  /** A whole number from 0 to `count - 1`. */
  below(count: number): number {
    return Math.floor(this.roll() * count);
  }

  between(low: number, high: number): number {
    return low + this.roll() * (high - low);
  }

  pick<Thing>(things: readonly Thing[]): Thing {
    const thing = things[this.below(things.length)];
    if (thing === undefined) throw new Error('there is nothing to pick from');
    return thing;
  }

  /** Each by its weight. */
  pickBy<Name extends string>(weights: Readonly<Record<Name, number>>): Name {
    const names = Object.keys(weights) as Name[];
    let left = this.roll() * names.reduce((sum, name) => sum + weights[name], 0);
    for (const name of names) {
      left -= weights[name];
      if (left < 0) return name;
    }
    throw new Error('the weights are all zero');
  }

  /** Of one after another that each come so often on average, how long until the next. */
  wait(mean: number): number {
    return -Math.log(1 - this.roll()) * mean;
  }

  /** 26 letters and digits as the service's own ids have them. */
  id(): string {
    return randomToken(() => this.bytes());
  }

  /** As the service makes the ids of what comes in. */
  idAt(time: number): string {
    return growingId({ now: () => time, random: () => this.bytes() });
  }

  private bytes(): Uint8Array {
    return createHash('sha256')
      .update(`${this.seed} ${this.tokens++}`)
      .digest();
  }
}
