import { Problem } from '../problem.ts';
import { type Random, randomText, randomToken } from '../random.ts';
import type { Site } from '../sites/site.ts';
import { countAttempts } from '../store/attempts.ts';
import { putChallenge } from '../store/challenges.ts';
import type { World } from '../world.ts';
import { alphabet, answerLength } from './alphabet.ts';
import { installationStyle } from './installation-style.ts';
import type { Picture } from './picture.ts';
import { type Load, newWork, type WorkChallenge } from './work.ts';

export const lifetimeMs = 10 * 60_000;

/** Generous, since every view of the form opens one, and a whole town may share an address. */
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
  const now = world.now();
  const load = await countIssues(world, site, sender);
  const answer = newAnswer(world.random);
  const id = randomToken(world.random);
  const stored = { id, site: site.id, sender, answer, expiresAt: now + lifetimeMs };
  const seed = await putChallenge(world.database, stored, now, bounds, replaces);
  const blind = isMetUnseen(site);
  return {
    id,
    expiresAt: stored.expiresAt,
    picture: world.draw(answer, await installationStyle(world, seed), world.random),
    work: blind ? await newWork(world.secret, id, load, world.random) : undefined,
    hasAudio: blind,
  };
}

export function newAnswer(random: Random): string {
  return randomText(random, alphabet, answerLength);
}

/** Whether the site lets its captcha be met by ear and by work. */
export function isMetUnseen({ captcha }: Site): boolean {
  return captcha === 'on' || captcha === 'work';
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
