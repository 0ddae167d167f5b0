import { roomOfArticle, roomOfSite } from '../sites/rooms.ts';
import type { Site } from '../sites/site.ts';
import type { Demand } from '../store/database.ts';
import { fullnessOf } from '../store/limits/rates.ts';
import { raisingTallies, readTallies, type Tally } from '../store/limits/tallies.ts';
import { digest } from '../world/hash.ts';
import { sharesOf } from '../world/networks.ts';
import type { World } from '../world/world.ts';

/** What a comment costs its sender. */
export interface Price {
  /** How many keys the device derives, in the middle. */
  tries: number;
  /** Whether the picture is to be met besides. */
  pictureBesides: boolean;
}

/** 0.3, 3 and 8 seconds of a phone (docs/captcha.md says of which); then a person besides. */
const prices: readonly Price[] = [
  { tries: 160, pictureBesides: false },
  { tries: 1600, pictureBesides: false },
  { tries: 4300, pictureBesides: false },
  { tries: 4300, pictureBesides: true },
];
const dearest = prices.length - 1;
const dearestUnseen = dearest - 1;

export function priceAt(step: number): Price {
  const price = prices[step];
  if (!price) throw new Error(`there is no price at step ${step}`);
  return price;
}

/**
 * What was taken of a sender raises the price: a step each until the work takes longest, and is forgotten slowly, since
 * nobody sees the work. Who sends in quick succession is asked for the picture besides; beyond that it is held apart.
 */
const counted = {
  lately: { fadeMs: 8 * 3_600_000, most: dearestUnseen + 1 },
  inARow: { fadeMs: 6 * 60_000, most: 30 },
};
const inARow = { pictured: 10, apart: 20 };
/** Of the room that is anybody's, the last part, in which the price rises. */
const lastPart = 1 / 4;

/** How many of a sender's comments are counted, lately and in a row, and how full the room is that they need (0 to 1). */
export interface Load {
  lately: number;
  inARow: number;
  fullness?: number;
}

/** Which of the prices; the first as long as there is room and little was taken. */
export function stepUnder({ lately, inARow: row, fullness = 0 }: Load): number {
  if (row >= inARow.pictured) return dearest;
  const scarcity = Math.max(0, fullness - (1 - lastPart)) / lastPart;
  const raised = Math.min(dearestUnseen, lately) + Math.ceil(scarcity * dearestUnseen);
  return Math.max(0, Math.min(dearest, raised));
}

/** The step that a challenge costs this sender now; what others send, or ask for, is none of theirs. */
export async function stepFor(world: World, site: Site, sender: string): Promise<number> {
  const load = await loadOf(world, site, sender);
  return stepUnder({ ...load, fullness: load.lately > 0 ? await fullnessFor(world, site) : 0 });
}

/** Whether so much came from there in a row that one more is held apart. */
export function isTooMuch({ inARow: row }: Load): boolean {
  return row >= inARow.apart;
}

/**
 * Whether a challenge of this step is still worth a comment: one that was taken since it was given is forgiven, as who
 * has two tabs open sends both; but cheap ones cannot be hoarded.
 */
export function isWorth({ lately, inARow: row }: Load, step: number): boolean {
  return stepUnder({ lately: lately - 1, inARow: row - 1 }) <= step;
}

/** Counts a comment of the sender's as it is stored, where its challenge is still worth one then. */
export function countingTaken(world: World, site: Site, sender: string, step = dearest): Demand[] {
  if (site.pace === 'off') return [];
  const kinds: [keyof typeof counted, mostForgiven: number][] = [
    ['lately', step < dearestUnseen ? step + 1 : counted.lately.most],
    ['inARow', step < dearest ? inARow.pictured : counted.inARow.most],
  ];
  const raises = kinds.flatMap(([kind, forgiven]) =>
    talliesOf(kind, site, sender).map((tally) => ({
      ...tally,
      upTo: forgiven < counted[kind].most ? (forgiven + 1) * tally.times - 1 : tally.most,
    })),
  );
  return raisingTallies(raises, world.now());
}

/** Nothing on a site where the pace of senders does not count. */
export async function loadOf({ database, now }: World, site: Site, sender: string): Promise<Load> {
  if (site.pace === 'off') return { lately: 0, inARow: 0 };
  const [lately, row] = [talliesOf('lately', site, sender), talliesOf('inARow', site, sender)];
  const counts = await readTallies(database, [...lately, ...row], now());
  return { lately: mostOf(lately, counts), inARow: mostOf(row, counts.slice(lately.length)) };
}

/** A sender's own count, or the share of their networks' where that is more. */
function mostOf(tallies: readonly SharedTally[], counts: readonly number[]): number {
  return Math.floor(Math.max(...tallies.map(({ times }, at) => Math.ceil(counts[at] ?? 0) / times)));
}

interface SharedTally extends Tally {
  times: number;
}

/** The sender's, and those of the networks that they are in. */
function talliesOf(kind: keyof typeof counted, { id }: Site, sender: string): SharedTally[] {
  const { fadeMs, most } = counted[kind];
  return sharesOf(sender).map(({ name, times }) => ({
    subject: `taken ${kind} ${digest(`${id} ${name}`)}`,
    fadeMs: fadeMs / times,
    most: most * times,
    times,
  }));
}

/** Of the room that is anybody's, on the site and under any of its articles; who is quiet has room of their own. */
function fullnessFor({ database, now }: World, site: Site): Promise<number> {
  return fullnessOf(database, [...roomOfSite(site).common, ...roomOfArticle(site, '').common], now());
}
