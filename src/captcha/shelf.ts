import { inSteps } from '../world/slices.ts';

interface Lot<Kind, Made> {
  kind: Kind;
  made: Made[];
}

/**
 * Things that are made ahead, of one kind at a time, and taken once each. Nothing is made until one is asked for; from
 * then on they are, one after the other with rests between, as long as there is room.
 */
export class Shelf<Kind, Made> {
  readonly #most: number;
  readonly #make: (kind: Kind) => Promise<Made>;
  #lot: Lot<Kind, Made> | undefined;
  #isFilling = false;

  constructor(most: number, make: (kind: Kind) => Promise<Made>) {
    this.#most = most;
    this.#make = make;
  }

  /** One of that kind, if any is ready. */
  take(kind: Kind): Made | undefined {
    if (this.#lot?.kind !== kind) this.#lot = { kind, made: [] };
    const taken = this.#lot.made.shift();
    // Whoever asks next while nothing can be made is told why by the making itself.
    if (!this.#isFilling) this.#fill().catch(() => undefined);
    return taken;
  }

  async #fill(): Promise<void> {
    this.#isFilling = true;
    try {
      await inSteps(() => this.#add());
    } finally {
      this.#isFilling = false;
    }
  }

  /** Whether there may be room for more. */
  async #add(): Promise<boolean> {
    const lot = this.#lot;
    if (!lot || lot.made.length >= this.#most) return false;
    lot.made.push(await this.#make(lot.kind));
    return true;
  }
}
