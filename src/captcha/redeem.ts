import type { Site } from '../sites/site.ts';
import { findUse } from '../store/limits/used-challenges.ts';
import type { World } from '../world/world.ts';
import { normalizeAnswer } from './alphabet.ts';
import { isMetUnseen, liveChallenge } from './challenge.ts';
import { answerOf, readChallengeId } from './challenge-id.ts';
import { isWorkDone, type WorkDone } from './work.ts';

/** How a reader says that the captcha is met. */
export interface ChallengeAnswer {
  id: string;
  answer?: string | undefined;
  proofOfWork?: WorkDone | undefined;
}

/** What met it; `wrong`, `expired`, or `gone` where there is none to meet. */
export type Redemption = 'picture' | 'audio' | 'work' | 'wrong' | 'expired' | 'gone';

/**
 * Judges an answer and changes nothing: whoever asks spends the challenge if it is wrong, or else answers could be
 * tried. An answer that was listened to counts as heard. `by` is as for `spendChallenge`.
 */
export async function judgeChallenge(
  world: World,
  site: Site,
  given: ChallengeAnswer,
  by: string | null = null,
): Promise<Redemption> {
  const { spent, spentBy, heard } = await findUse(world.database, given.id);
  if (hasExpired(world, site, given.id)) return 'expired';
  const isLive = liveChallenge(world, site, given.id) !== undefined;
  const isFree = !spent || (by !== null && spentBy === by);
  if (!isLive || !isFree) return 'gone';
  if (given.answer !== undefined) return judgeAnswer(world, given.id, given.answer, heard);
  if (given.proofOfWork === undefined || !isMetUnseen(site)) return 'wrong';
  return (await isWorkDone(world.secret, given.id, given.proofOfWork)) ? 'work' : 'wrong';
}

/** That its time is over stands in the id, spent or not, so it may be told. */
function hasExpired(world: World, site: Site, id: string): boolean {
  const said = readChallengeId(world, id);
  return said?.site === site.id && said.expiresAt <= world.now();
}

function judgeAnswer(world: World, id: string, answer: string, heard: boolean): Redemption {
  if (normalizeAnswer(answer) !== answerOf(world, id)) return 'wrong';
  return heard ? 'audio' : 'picture';
}
