import type { Language } from '../language/language.ts';
import { Problem } from '../problem.ts';
import { hearChallenge } from '../store/limits/challenges.ts';
import { keyedRandom } from '../world/hash.ts';
import type { World } from '../world/world.ts';
import { clipName, mixAudio } from './audio.ts';

const mostHearings = 20;

/**
 * The challenge spoken, as a WAV; in the language of its site if none is given. The same each time, so that
 * hearing it often tells no more. Throws `not-found` where it is not open or its site offers no audio.
 */
export async function speakChallenge(world: World, id: string, given?: Language): Promise<Uint8Array> {
  const challenge = await hearChallenge(world.database, id, world.now(), mostHearings);
  if (!challenge) throw notToBeMet();
  const language = given ?? challenge.language;
  const clips = await Promise.all(
    [...challenge.answer].map((character) => world.clip(clipName(language, character))),
  );
  return mixAudio(clips, keyedRandom(world.secret, 'captcha audio', id, language));
}

export function notToBeMet(): Problem {
  return new Problem('not-found', {
    vi: 'Mã xác nhận này không còn dùng được. Vui lòng đổi mã khác.',
    en: 'This captcha can no longer be used. Please ask for another.',
  });
}
