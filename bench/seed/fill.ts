import { readFileSync } from 'node:fs';
import type { Dice } from './dice.ts';
import * as words from './words.ts';

/** The lines of a file in `lines/`, without remarks. */
export function linesOf(name: string): string[] {
  const text = readFileSync(new URL(`./lines/${name}.vi.txt`, import.meta.url), 'utf8');
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
}

/** The line with its blanks filled in, its first letter in upper case. */
export function fill(line: string, dice: Dice): string {
  const filled = line.replace(/\{(\w+)\}/g, (blank, kind) => blanks[kind]?.(dice) ?? blank);
  return filled.charAt(0).toUpperCase() + filled.slice(1);
}

export function personName(dice: Dice): string {
  return `${dice.pick(words.surnames)} ${dice.pick(words.middles)} ${dice.pick(words.givens)}`;
}

const digits = (dice: Dice, count: number) => Array.from({ length: count }, () => dice.below(10)).join('');
const from = (list: readonly string[]) => (dice: Dice) => dice.pick(list);

const blanks: Readonly<Record<string, (dice: Dice) => string>> = {
  place: from(words.places),
  topic: from(words.topics),
  office: from(words.offices),
  act: from(words.acts),
  scene: from(words.scenes),
  goods: from(words.goods),
  team: from(words.teams),
  good: from(words.good),
  bad: from(words.bad),
  rude: from(words.rude),
  street: from(words.streets),
  weekday: from(words.weekdays),
  money: from(words.money),
  press: from(words.press),
  slug: from(words.slugs),
  name: from(words.givens),
  count: (dice) => String(2 + dice.below(40)),
  age: (dice) => String(18 + dice.below(65)),
  hour: (dice) => String(1 + dice.below(12)),
  year: (dice) => String(1975 + dice.below(50)),
  number: (dice) => digits(dice, 5),
  phone: (dice) => `09${digits(dice, 2)} ${digits(dice, 3)} ${digits(dice, 3)}`,
  brand: (dice) => `${dice.pick(words.brands)}${digits(dice, 2)}`.toUpperCase(),
  handle: (dice) => dice.pick(['@', 't.me/']) + dice.pick(words.brands) + digits(dice, 2),
  link: (dice) =>
    dice.pick(['https://', '', 'www.']) +
    dice.pick(words.brands) +
    digits(dice, 2) +
    dice.pick(['.vip', '.xyz', '.club', ' . vip', '(.)xyz']),
};
