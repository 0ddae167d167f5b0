import type { Site } from '../sites/site.ts';
import { readSeed } from '../store/captcha-styles.ts';
import type { Demand } from '../store/database.ts';
import { challengeMs, lives } from '../store/lifetimes.ts';
import { findUse, spending, spendOnce } from '../store/limits/used-challenges.ts';
import { widestOf } from '../world/networks.ts';
import type { World } from '../world/world.ts';
import { asOfChallenge, type ChallengeId, newChallengeId, readChallengeId, tokenOf } from './challenge-id.ts';
import type { Style } from './drawing/style.ts';
import { installationStyle } from './installation-style.ts';
import { Kept } from './keep.ts';
import { countAct } from './limits.ts';
import type { Picture } from './picture.ts';
import { priceAt, stepFor } from './price.ts';
import { drawToken } from './stock.ts';
import { newKey, newWork, type Puzzle } from './work.ts';

/** One captcha, which may be met in several ways; those that its site does not offer are absent. */
export interface Challenge {
  id: string;
  expiresAt: number;
  picture: Picture;
  work: Work | undefined;
  hasAudio: boolean;
}

/** What a device may do, and whether the picture is asked for besides. */
export interface Work {
  puzzle: Puzzle;
  pictureBesides: boolean;
}

/** Opens a challenge for a sender; `replaces` dies at once. Throws `too-fast` past the sender's limit. */
export async function issueChallenge(
  world: World,
  site: Site,
  sender: string,
  replaces?: string,
): Promise<Challenge> {
  await countAct(world, site, sender, 'issued');
  if (replaces !== undefined) await spendChallenge(world, site, replaces);
  const style = await styleOfMoment(world);
  const ready = world.stock?.takePicture(style);
  const { id, expiresAt } = newChallengeId(world, site.id, ready?.token);
  const offersWork = isMetUnseen(site);
  return {
    id,
    expiresAt,
    picture: ready ? drawn.keep(id, ready.picture) : await drawChallenge(world, sender, id, style),
    work: offersWork ? await workFor(world, site, sender, id) : undefined,
    hasAudio: offersWork,
  };
}

/** Where no key is ready it is made in turn, as pictures are: it takes as long. */
async function workFor(world: World, site: Site, sender: string, id: string): Promise<Work> {
  const step = await stepFor(world, site, sender);
  const { tries, pictureBesides } = priceAt(step);
  const key =
    world.stock?.takeKey(tries) ??
    (await world.inTurn(widestOf(sender), () => newKey(tries, world.random, world.deriveKey)));
  return { puzzle: await newWork(world.secret, { challenge: id, step }, key), pictureBesides };
}

/** Makes sure that a challenge opens nothing any more. It counts as one that was issued, since another follows. */
export async function resetChallenge(world: World, site: Site, sender: string, id: string): Promise<void> {
  await countAct(world, site, sender, 'issued');
  await spendChallenge(world, site, id);
}

/**
 * The picture of an open challenge; the same each time, so that seeing it often tells no more. Nothing where it is not
 * open; throws `too-fast` past the sender's limit.
 */
export async function showChallenge(world: World, site: Site, sender: string, id: string) {
  await countAct(world, site, sender, 'shown');
  return (await isOpen(world, site, id))
    ? drawChallenge(world, sender, id, await styleOfMoment(world))
    : undefined;
}

/** Whether the challenge may still be met. */
export async function isOpen(world: World, site: Pick<Site, 'id'>, id: string): Promise<boolean> {
  if (!liveChallenge(world, site, id)) return false;
  return !(await findUse(world.database, id)).spent;
}

/** Spends a challenge by a write of its own; false where somebody was first, or it is over. `by` is as for `toSpend`. */
export function spendChallenge(
  world: World,
  site: Pick<Site, 'id'>,
  id: string,
  by: string | null = null,
): Promise<boolean> {
  return spendOnce(world.database, toSpend(world, site, id, by));
}

/**
 * Spends a challenge, as part of the write of what it is spent on. `by` is what a request is known by whose retry is to
 * find the challenge its own.
 */
export function toSpend(world: World, site: Pick<Site, 'id'>, id: string, by: string | null): Demand {
  const expiresAt = liveChallenge(world, site, id)?.expiresAt ?? 0;
  return spending({ id, expiresAt }, world.now(), by);
}

/** What the id says of a challenge that was made for this site and whose time is not over. */
export function liveChallenge(world: World, site: Pick<Site, 'id'>, id: string): ChallengeId | undefined {
  const said = readChallengeId(world, id);
  return said?.site === site.id && lives(said.expiresAt, world.now(), challengeMs) ? said : undefined;
}

/** Whether the site lets its captcha be met by ear and by work. */
export function isMetUnseen({ captcha }: Site): boolean {
  return captcha !== 'picture' && captcha !== 'off';
}

const drawn = new Kept<Picture>();

async function drawChallenge(world: World, sender: string, id: string, style: Style): Promise<Picture> {
  return drawn.get(world, sender, id, () => drawToken(asOfChallenge(world, id), style, tokenOf(id)));
}

async function styleOfMoment(world: World): Promise<Style> {
  return installationStyle(world, await readSeed(world.database));
}
