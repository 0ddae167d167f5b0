import type { Language } from '../language/language.ts';
import { Problem } from '../problem.ts';
import type { Site } from '../sites/site.ts';
import { noteHearing } from '../store/limits/used-challenges.ts';
import { keyedRandom } from '../world/hash.ts';
import type { World } from '../world/world.ts';
import { clipName } from './audio.ts';
import { isMetUnseen, liveChallenge } from './challenge.ts';
import { answerOf, asOfChallenge } from './challenge-id.ts';
import { Kept } from './keep.ts';
import { countAct } from './limits.ts';

const mostHearings = 20;

const spoken = new Kept<{ bytes: Uint8Array }>();

/** Which of its ways to be spoken; `fromStart` is false where only a later part of it is asked for. */
export interface Hearing {
  language: Language;
  fromStart: boolean;
}

/**
 * The challenge spoken, as a WAV. The same each time, so that hearing it often tells no more. Throws `not-found` where
 * it is not open or its site offers no audio, and `too-fast` past the sender's limit.
 */
export async function speakChallenge(
  world: World,
  site: Site,
  sender: string,
  id: string,
  { language, fromStart }: Hearing,
): Promise<Uint8Array> {
  await countAct(world, site, sender, 'shown');
  const live = isMetUnseen(site) ? liveChallenge(world, site, id) : undefined;
  const bounds = { most: mostHearings, fromStart };
  if (!live || !(await noteHearing(world.database, live, bounds))) throw notToBeMet();
  const then = asOfChallenge(world, id);
  const names = [...answerOf(then, id)].map((character) => clipName(language, character));
  const random = keyedRandom(then.secret, 'captcha audio', id, language);
  const { bytes } = await spoken.get(world, sender, `${id} ${language}`, async () => ({
    bytes: await world.speak(names, random),
  }));
  return bytes;
}

export function notToBeMet(): Problem {
  return new Problem('not-found', {
    vi: 'Mã xác nhận này không còn dùng được. Vui lòng đổi mã khác.',
    en: 'This captcha can no longer be used. Please ask for another.',
  });
}
