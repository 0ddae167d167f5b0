// The captcha in place: another picture, its sound, and the work that a device does instead.
import { renewChallenge } from './challenge.ts';
import { announce, input, one, say, Told } from './page.ts';
import { confirmByWork, forgetWork } from './work.ts';

export { finishWork, renewWork, startWork } from './work.ts';

export async function resetCaptcha(): Promise<void> {
  await renewCaptcha();
  input('answer').value = '';
  input('answer').focus();
  announce(say('picture'));
}

/** Another challenge, for which no work is done yet. */
export function renewCaptcha(): Promise<void> {
  forgetWork();
  return renewChallenge();
}

export function meetBy(way: string): Promise<void> {
  return way === 'audio' ? play() : confirmByWork();
}

async function play(): Promise<void> {
  const player = one<HTMLAudioElement>('#spoken');
  if (!player.paused) return player.pause();
  player.currentTime = 0;
  await player.play().catch(() => {
    throw new Told(say('unheard'));
  });
}
