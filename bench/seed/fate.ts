import type { World } from './comment.ts';
import type { Kind } from './texts.ts';

export type FinalState = 'pending' | 'published' | 'rejected' | 'spam';

/** What is written by those whose comments end so. */
export const textKinds: Readonly<Record<FinalState, Readonly<Record<Kind, number>>>> = {
  pending: { honest: 66, short: 10, linked: 5, abuse: 9, advert: 7, flood: 3 },
  published: { honest: 80, short: 13, linked: 4, abuse: 2, advert: 0, flood: 1 },
  rejected: { honest: 32, short: 6, linked: 5, abuse: 46, advert: 4, flood: 7 },
  spam: { honest: 2, short: 0, linked: 4, abuse: 0, advert: 82, flood: 12 },
};

/** The newest wait most, so that on average the share that was asked for does; the others as newspapers decide. */
export function stateAt(createdAt: number, { dice, pending, from, until }: World): FinalState {
  const age = (createdAt - from) / (until - from);
  if (dice.chance(Math.max(0, age) ** ((1 - pending) / pending))) return 'pending';
  return dice.pickBy({ published: 60, rejected: 14, spam: 6 });
}
