import type { Site } from '../sites/site.ts';
import { findUse } from '../store/limits/used-challenges.ts';
import type { World } from '../world/world.ts';
import { normalizeAnswer } from './alphabet.ts';
import { isMetUnseen, liveChallenge } from './challenge.ts';
import { answerOf, asOfChallenge, readChallengeId } from './challenge-id.ts';
import { isWorth, priceAt } from './price.ts';
import { type Solved, stepOfWork } from './work.ts';

/** How a reader says that the captcha is met. */
export interface ChallengeAnswer {
  id: string;
  answer?: string | undefined;
  proofOfWork?: Solved | undefined;
}

/**
 * What met it; `wrong`, `expired`, or `gone` where there is none to meet; `outgrown` where a comment of this sender costs
 * more work by now, and `unseen` where the work is done and the picture's answer is to come besides.
 */
export type Redemption = 'picture' | 'audio' | 'work' | 'wrong' | 'expired' | 'gone' | 'outgrown' | 'unseen';

/** Met by work, at a step of the price; whatever else met it has none. */
export interface Judgement {
  met: Redemption;
  step?: number;
}

/**
 * Judges an answer and changes nothing: whoever asks spends the challenge if it is wrong, or else answers could be
 * tried. An answer that was listened to counts as heard. `by` is as for `spendChallenge`.
 */
export async function judgeChallenge(
  world: World,
  site: Site,
  sender: string,
  given: ChallengeAnswer,
  by: string | null = null,
): Promise<Judgement> {
  const { spent, spentBy, heard } = await findUse(world.database, given.id);
  if (hasExpired(world, site, given.id)) return { met: 'expired' };
  const isLive = liveChallenge(world, site, given.id) !== undefined;
  const isFree = !spent || (by !== null && spentBy === by);
  if (!isLive || !isFree) return { met: 'gone' };
  if (given.proofOfWork === undefined || !isMetUnseen(site)) return { met: judgeAnswer(world, given, heard) };
  const step = await stepOfWork(asOfChallenge(world, given.id).secret, given.id, given.proofOfWork);
  if (step === undefined) return { met: 'wrong' };
  if (!(await isWorth(world, site, sender, step))) return { met: 'outgrown' };
  return { met: priceAt(step).pictureBesides ? judgeBesides(world, given) : 'work', step };
}

/** That its time is over stands in the id, spent or not, so it may be told. */
function hasExpired(world: World, site: Site, id: string): boolean {
  const said = readChallengeId(world, id);
  return said?.site === site.id && said.expiresAt <= world.now();
}

function judgeAnswer(world: World, { id, answer = '' }: ChallengeAnswer, heard: boolean): Redemption {
  if (normalizeAnswer(answer) !== answerOf(asOfChallenge(world, id), id)) return 'wrong';
  return heard ? 'audio' : 'picture';
}

function judgeBesides(world: World, given: ChallengeAnswer): Redemption {
  if (isBlank(given.answer)) return 'unseen';
  return judgeAnswer(world, given, false) === 'wrong' ? 'wrong' : 'work';
}

export function isBlank(answer = ''): boolean {
  return answer.trim() === '';
}
