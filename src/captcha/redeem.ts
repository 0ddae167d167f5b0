import type { Site } from '../sites/site.ts';
import type { Use } from '../store/limits/used-challenges.ts';
import type { World } from '../world/world.ts';
import { normalizeAnswer } from './alphabet.ts';
import { isMetUnseen, liveChallenge } from './challenge.ts';
import { answerOf, asOfChallenge, readChallengeId } from './challenge-id.ts';
import { isWorth, type Load, priceAt } from './price.ts';
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
  /** The way that was tried. */
  tried: 'picture' | 'audio' | 'work';
  step?: number;
}

/** What was done with a challenge, and what was taken of whoever answers it. */
export interface Known {
  use: Use;
  load: Load;
}

/**
 * Judges an answer and changes nothing: whoever asks spends the challenge if it is wrong, or else answers could be
 * tried. An answer that was listened to counts as heard. `by` is as for `toSpend`.
 */
export async function judgeChallenge(
  world: World,
  site: Site,
  given: ChallengeAnswer,
  { use: { spent, spentBy, heard }, load }: Known,
  by: string | null = null,
): Promise<Judgement> {
  const byWork = given.proofOfWork !== undefined && isMetUnseen(site);
  const tried = byWork ? 'work' : heard ? 'audio' : 'picture';
  if (hasExpired(world, site, given.id)) return { met: 'expired', tried };
  const isLive = liveChallenge(world, site, given.id) !== undefined;
  const isFree = !spent || (by !== null && spentBy === by);
  if (!isLive || !isFree) return { met: 'gone', tried };
  if (given.proofOfWork === undefined || !byWork) return { met: judgeAnswer(world, given, heard), tried };
  const step = await stepOfWork(asOfChallenge(world, given.id).secret, given.id, given.proofOfWork);
  if (step === undefined) return { met: 'wrong', tried };
  if (!isWorth(load, step)) return { met: 'outgrown', tried };
  return { met: priceAt(step).pictureBesides ? judgeBesides(world, given) : 'work', tried, step };
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
