import { Problem } from '../problem.ts';
import type { Site } from '../sites/site.ts';
import { readSeed } from '../store/captcha-styles.ts';
import { challengeMs } from '../store/lifetimes.ts';
import { countAttempts } from '../store/limits/attempts.ts';
import { findChallenge, putChallenge, spendChallenge } from '../store/limits/challenges.ts';
import { keyedRandom } from '../world/hash.ts';
import { type Random, randomText, randomToken } from '../world/random.ts';
import type { World } from '../world/world.ts';
import { alphabet, answerLength } from './alphabet.ts';
import { installationStyle } from './installation-style.ts';
import type { Picture } from './picture.ts';
import { isReserved } from './reservation.ts';
import { type Load, newWork, type WorkChallenge } from './work.ts';

/** Generous, since every reader who comes to the form opens one, and a whole town may share an address. */
const bounds = { perSender: 200, inAll: 20_000 };
const issuesPerMinute = 120;

/** One captcha, which may be met in several ways; those that its site does not offer are absent. */
export interface Challenge {
  id: string;
  expiresAt: number;
  picture: Picture;
  work: WorkChallenge | undefined;
  hasAudio: boolean;
}

/** Opens a challenge for a sender; `replaces` dies at once. Throws `too-fast` past the sender's limit. */
export async function issueChallenge(
  world: World,
  site: Site,
  sender: string,
  replaces?: string,
): Promise<Challenge> {
  const load = await countIssues(world, site, sender);
  if (replaces !== undefined) await dropChallenge(world, site, sender, replaces);
  const { id, answer, expiresAt } = await open(world, site, sender, randomToken(world.random));
  const offersWork = isMetUnseen(site);
  return {
    id,
    expiresAt,
    picture: await drawChallenge(world, id, answer),
    work: offersWork ? await newWork(world.secret, id, load, world.random) : undefined,
    hasAudio: offersWork,
  };
}

/**
 * The picture of an open challenge, or of a reserved one, which is opened by it; the same each time, so that seeing
 * it often tells no more. Nothing where there is none; throws `too-fast` past the sender's limit.
 */
export async function showChallenge(world: World, site: Site, sender: string, id: string) {
  const answer = await openReserved(world, site, sender, id);
  return answer === undefined ? undefined : drawChallenge(world, id, answer);
}

/** The answer of an open challenge, or of a reserved one, which is opened by it. */
export async function openReserved(
  world: World,
  site: Site,
  sender: string,
  id: string,
): Promise<string | undefined> {
  const there = await findChallenge(world.database, site.id, id, world.now());
  if (there) return there.spent ? undefined : there.answer;
  if (!isReserved(world, site.id, id)) return undefined;
  await countIssues(world, site, sender);
  await open(world, site, sender, id);
  return (await findChallenge(world.database, site.id, id, world.now()))?.answer;
}

/** Makes sure that a challenge opens nothing any more, opened or only reserved. */
export async function dropChallenge(world: World, site: Site, sender: string, id: string): Promise<void> {
  const expiresAt = world.now() + challengeMs;
  const reserved = isReserved(world, site.id, id) && { id, site: site.id, sender, answer: '', expiresAt };
  await spendChallenge(world.database, site.id, id, reserved || undefined);
}

export function newAnswer(random: Random): string {
  return randomText(random, alphabet, answerLength);
}

/** Whether the site lets its captcha be met by ear and by work. */
export function isMetUnseen({ captcha }: Site): boolean {
  return captcha === 'on' || captcha === 'work';
}

async function open(world: World, site: Site, sender: string, id: string) {
  const now = world.now();
  const challenge = {
    id,
    site: site.id,
    sender,
    answer: newAnswer(world.random),
    expiresAt: now + challengeMs,
  };
  await putChallenge(world.database, challenge, now, bounds);
  return challenge;
}

async function drawChallenge(world: World, id: string, answer: string): Promise<Picture> {
  const style = await installationStyle(world, await readSeed(world.database));
  return world.draw(answer, style, keyedRandom(world.secret, 'captcha picture', id, answer));
}

async function countIssues(world: World, site: Site, sender: string): Promise<Load> {
  const subjects = [`challenge ${site.id} ${sender}`, `challenges ${site.id}`];
  const [ofSender = 1, ofSite = 1] = await countAttempts(world.database, subjects, 60_000, world.now());
  if (site.pace === 'off' || ofSender <= issuesPerMinute) return { ofSender, ofSite };
  throw new Problem(
    'too-fast',
    {
      vi: 'Bạn đã xin quá nhiều mã xác nhận. Vui lòng đợi một phút rồi thử lại.',
      en: 'You have asked for too many captchas. Please wait a minute and try again.',
    },
    { retryAfterSeconds: 60 },
  );
}
