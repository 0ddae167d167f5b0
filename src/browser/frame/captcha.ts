// The captcha in place: another picture, its sound, and the work that a device does instead.
import { renewChallenge } from './challenge.ts';
import { isOver, keepFresh } from './fresh.ts';
import { announce, input, one, say, Told } from './page.ts';
import { showMissing } from './picture.ts';
import { confirmByWork, doWork, forgetWork, worksAlone } from './work.ts';

export { keepFresh } from './fresh.ts';
export { giveUpWork, renewWork, startWork } from './work.ts';

export async function resetCaptcha(): Promise<void> {
  await renewCaptcha();
  input('answer').value = '';
  input('answer').focus();
  announce(say('picture'));
}

/** Another challenge, for which no work is done yet. */
async function renewCaptcha(): Promise<void> {
  forgetWork();
  await renewChallenge();
  keepFresh();
}

/** Before sending: where the device confirms, it is done with it, and for a challenge that still lives. */
export async function finishWork(): Promise<void> {
  if (!worksAlone()) return;
  if (isOver()) await renewCaptcha();
  await doWork();
}

export function meetBy(way: string): Promise<void> {
  if (way === 'picture') return fetchPicture();
  return way === 'audio' ? play() : confirmByWork();
}

/** Another picture where one did not come: it may be over, or refused to who asks for too many. */
export async function fetchPicture(): Promise<void> {
  try {
    await renewCaptcha();
  } catch (error) {
    showMissing(error instanceof Told ? error.message : say('unpictured'));
  }
}

async function play(): Promise<void> {
  const player = one<HTMLAudioElement>('#spoken');
  if (!player.paused) return player.pause();
  player.currentTime = 0;
  await player.play().catch(() => {
    throw new Told(say('unheard'));
  });
}
