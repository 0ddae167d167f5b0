import type { Site } from '../sites/site.ts';
import { challengeMs, lives } from '../store/lifetimes.ts';
import { type TakenChallenge, takeChallenge } from '../store/limits/challenges.ts';
import type { World } from '../world/world.ts';
import { isMetUnseen } from './challenge.ts';
import { isWorkDone, type WorkDone } from './work.ts';

/** How a reader says that the captcha is met. */
export interface ChallengeAnswer {
  id: string;
  answer?: string | undefined;
  proofOfWork?: WorkDone | undefined;
}

/** What met it; `wrong`, or `gone` where there was none to meet. */
export type Redemption = 'picture' | 'audio' | 'work' | 'wrong' | 'gone';

/** Spends the challenge, whatever comes of it. An answer that was listened to counts as heard. */
export async function redeemChallenge(world: World, site: Site, given: ChallengeAnswer): Promise<Redemption> {
  const challenge = await takeChallenge(world.database, site.id, given.id);
  if (!challenge || !lives(challenge.expiresAt, world.now(), challengeMs)) return 'gone';
  if (given.answer !== undefined) return judgeAnswer(challenge, given.answer);
  if (given.proofOfWork === undefined || !isMetUnseen(site)) return 'wrong';
  return (await isWorkDone(world.secret, given.id, given.proofOfWork)) ? 'work' : 'wrong';
}

function judgeAnswer(challenge: TakenChallenge, answer: string): Redemption {
  if (normalize(answer) !== challenge.answer) return 'wrong';
  return challenge.heard ? 'audio' : 'picture';
}

function normalize(answer: string): string {
  return answer.normalize('NFKC').replace(/\s/g, '').toUpperCase();
}
