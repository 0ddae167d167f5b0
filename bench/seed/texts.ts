import type { Dice } from './dice.ts';
import { fill, linesOf } from './fill.ts';

/** What somebody wants with a comment. */
export type Kind = 'honest' | 'short' | 'linked' | 'abuse' | 'advert' | 'flood';

const lines = Object.fromEntries(
  ['opinion', 'short', 'closing', 'tail', 'linked', 'abuse', 'advert', 'flood'].map((name) => [
    name,
    linesOf(name),
  ]),
);

/** A new text of its kind; two of them may be equal, as comments are. */
export function composeText(kind: Kind, dice: Dice): string {
  if (kind === 'honest') return disguised(opinions(dice), 0.06, dice);
  if (kind === 'abuse') return disguised(`${said('abuse', dice)}${extra(dice)}`, 0.15, dice);
  if (kind === 'advert') return disguised(said('advert', dice), 0.15, dice);
  if (kind === 'linked') return `${opinions(dice)} ${said('linked', dice)}`;
  return said(kind, dice);
}

/** A sentence that makes the comment the only one of its kind. */
export function composeTail(dice: Dice): string {
  return said('tail', dice);
}

function opinions(dice: Dice): string {
  const sentences = Array.from({ length: 1 + dice.below(3) }, () => said('opinion', dice));
  if (dice.chance(0.25)) sentences.push(said('closing', dice));
  return sentences.join(dice.chance(0.15) ? '\n' : ' ');
}

function extra(dice: Dice): string {
  return dice.chance(0.5) ? ` ${said('opinion', dice)}` : '';
}

function said(name: string, dice: Dice): string {
  return fill(dice.pick(lines[name] ?? []), dice);
}

/** How some people type: in capitals, without marks, or with letters drawn out. */
function disguised(text: string, share: number, dice: Dice): string {
  if (!dice.chance(share)) return text;
  const ways = [
    () => text.toUpperCase(),
    () => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D'),
    () => `${text.replace(/[.!?]$/, '')}${'á'.repeat(7)}!!!`,
    () => text.toLowerCase(),
  ];
  return dice.pick(ways)();
}
