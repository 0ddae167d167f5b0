import { Problem } from '../problem.ts';
import { type Random, randomText, randomToken } from '../random.ts';
import type { Site } from '../sites/site.ts';
import { countAttempt } from '../store/attempts.ts';
import { putChallenge, takeChallenge } from '../store/challenges.ts';
import type { World } from '../world.ts';
import type { Picture } from './picture.ts';

/** None is taken for another, and none is rewritten by a Vietnamese input method: no vowel, no W, no D. */
const alphabet = 'CHJLMPTVX2346789';
const answerLength = 5;
export const lifetimeMs = 10 * 60_000;

/** Generous, since every view of the form opens one, and a whole town may share an address. */
const bounds = { perSender: 200, inAll: 20_000 };
const issuesPerMinute = 120;

export interface Challenge {
  id: string;
  expiresAt: number;
  picture: Picture;
}

/** Opens a challenge for a sender; `replaces` dies at once. Throws `too-fast` past the sender's limit. */
export async function issueChallenge(
  world: World,
  site: Site,
  sender: string,
  replaces?: string,
): Promise<Challenge> {
  await limitIssues(world, site, sender);
  const now = world.now();
  const answer = newAnswer(world.random);
  const challenge = { id: randomToken(world.random), expiresAt: now + lifetimeMs };
  await putChallenge(world.database, { ...challenge, site: site.id, sender, answer }, now, bounds, replaces);
  return { ...challenge, picture: world.draw(answer) };
}

export function newAnswer(random: Random): string {
  return randomText(random, alphabet, answerLength);
}

/** Spends the challenge, whatever comes of it. `gone`: there was none to spend. */
export async function redeemChallenge(
  world: World,
  site: Site,
  given: { id: string; answer: string },
): Promise<'right' | 'wrong' | 'gone'> {
  const challenge = await takeChallenge(world.database, site.id, given.id);
  if (!challenge || challenge.expiresAt <= world.now()) return 'gone';
  return normalize(given.answer) === challenge.answer ? 'right' : 'wrong';
}

function normalize(answer: string): string {
  return answer.normalize('NFKC').replace(/\s/g, '').toUpperCase();
}

async function limitIssues(world: World, site: Site, sender: string): Promise<void> {
  if (site.pace === 'off') return;
  const issued = await countAttempt(world.database, `challenge ${site.id} ${sender}`, 60_000, world.now());
  if (issued <= issuesPerMinute) return;
  throw new Problem(
    'too-fast',
    {
      vi: 'Bạn đã xin quá nhiều mã xác nhận. Vui lòng đợi một phút rồi thử lại.',
      en: 'You have asked for too many captchas. Please wait a minute and try again.',
    },
    { retryAfterSeconds: 60 },
  );
}
