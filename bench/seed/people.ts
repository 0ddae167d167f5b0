import { digest, shortened } from '../../src/world/hash.ts';
import type { Dice } from './dice.ts';
import { personName } from './fill.ts';
import { givens, nicknames } from './words.ts';

/** Somebody behind one address. */
export interface Sender {
  hash: string;
  name: string;
}

const busiest = 40;

/** About so many people; some of them write far more than the others. */
export class Crowd {
  private readonly senders: Sender[];
  private readonly dice: Dice;

  constructor(count: number, dice: Dice) {
    this.dice = dice;
    const some = Math.max(2, Math.floor(count));
    this.senders = Array.from({ length: some }, (_, at) => ({
      hash: shortened(digest(`sender ${at} ${dice.id()}`)),
      name: this.newName(),
    }));
  }

  pick(): Sender {
    const among = this.dice.chance(0.05)
      ? Math.min(busiest, this.senders.length)
      : Math.floor(this.senders.length * Math.sqrt(this.dice.between(0, 1)));
    return this.senders[this.dice.below(among)] ?? this.dice.pick(this.senders);
  }

  private newName(): string {
    const { dice } = this;
    if (dice.chance(0.75)) return personName(dice);
    if (dice.chance(0.5)) return `${dice.pick(givens)} ${dice.pick(nicknames)}`;
    return `${dice.pick(givens).toLowerCase()}${dice.below(100)}`;
  }
}
