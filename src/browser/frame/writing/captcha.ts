// The captcha in place: another picture, its sound, and the work that a device does instead.

import { announce, complain, input, one, Told } from '../page.ts';
import { say } from '../say.ts';
import { renewChallenge } from './challenge.ts';
import { isOver, keepFresh } from './fresh.ts';
import { showMissing } from './picture.ts';
import { confirmByWork, doWork, forgetWork, worksAlone } from './work.ts';

export { keepFresh } from './fresh.ts';
export { giveUpWork, renewWork, startWork } from './work.ts';

export async function resetCaptcha(form: HTMLFormElement): Promise<void> {
  await renewCaptcha(form);
  const answer = input(form, 'answer');
  answer.value = '';
  answer.focus();
  announce(say('picture'));
}

/** Another challenge, for which no work is done yet. */
async function renewCaptcha(form: HTMLFormElement): Promise<void> {
  forgetWork(form);
  await renewChallenge(form);
  keepFresh(form);
}

/** Before sending: where the device confirms, it is done with it, and for a challenge that still lives. */
export async function finishWork(form: HTMLFormElement): Promise<void> {
  if (!worksAlone(form)) return;
  if (isOver(form)) await renewCaptcha(form);
  await doWork(form);
}

export function meetBy(form: HTMLFormElement, way: string): Promise<void> {
  if (way === 'picture') return fetchPicture(form);
  return way === 'audio' ? play(form) : confirmByWork(form);
}

/** Another picture where one did not come: it may be over, or refused to who asks for too many. */
export async function fetchPicture(form: HTMLFormElement): Promise<void> {
  try {
    await renewCaptcha(form);
  } catch (error) {
    showMissing(form, error instanceof Told ? error.message : say('unpictured'));
  }
}

/** Nothing waits for a sound that is long in coming. */
async function play(form: HTMLFormElement): Promise<void> {
  form.querySelector('.how')?.setAttribute('data-shown', '');
  const player = one<HTMLAudioElement>('[data-spoken]', form);
  if (!player.paused) return player.pause();
  player.currentTime = 0;
  player.play().catch(() => complain(say('unheard'), form));
}
