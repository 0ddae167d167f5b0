import type { Random } from '../../world/random.ts';

/** Draws from a stream of random bytes, asking for many at a time. */
export class Dice {
  readonly #random: Random;
  #view: DataView = new DataView(new ArrayBuffer(0));
  #used = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  /** Evenly between the two. */
  between([low, high]: Range): number {
    return low + (high - low) * this.#share();
  }

  /** One as likely as another. */
  one<T>(choices: readonly T[]): T {
    const chosen = choices[Math.floor(this.#share() * choices.length)];
    if (chosen === undefined) throw new Error('nothing to choose from');
    return chosen;
  }

  /** That many, each once, in a random order. */
  some<T>(choices: readonly T[], count: number): T[] {
    const left = [...choices];
    return Array.from({ length: Math.min(count, left.length) }, () => {
      const chosen = this.one(left);
      left.splice(left.indexOf(chosen), 1);
      return chosen;
    });
  }

  chance(probability: number): boolean {
    return this.#share() < probability;
  }

  /** 0 or more, under 1. */
  #share(): number {
    if (this.#used === this.#view.byteLength) {
      const bytes = this.#random(512);
      this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      this.#used = 0;
    }
    this.#used += 4;
    return this.#view.getUint32(this.#used - 4) / 2 ** 32;
  }
}

export type Range = readonly [low: number, high: number];
