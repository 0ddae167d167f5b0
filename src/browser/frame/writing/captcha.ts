// The captcha in place: another picture, its sound, and the work that a device does instead.

import { leadTo } from '../focus.ts';
import { announce, complain, input, one, Told } from '../page.ts';
import { say } from '../say.ts';
import { isOver, renewCaptcha } from './fresh.ts';
import { note } from './note.ts';
import { showCaptcha, showMissing } from './picture.ts';
import { preferPicture, worksAlone } from './way.ts';
import { confirmByWork, doWork } from './work.ts';

export { begin } from './fresh.ts';
export { giveUpWork, renewWork } from './work.ts';

export async function resetCaptcha(form: HTMLFormElement): Promise<void> {
  await renewCaptcha(form);
  leadTo(input(form, 'answer'));
  announce(say('picture'));
}

/** Before sending: where the device confirms, it is done with it, and for a challenge that still lives. */
export async function finishWork(form: HTMLFormElement): Promise<void> {
  if (!worksAlone(form)) return;
  if (isOver(form)) await renewCaptcha(form);
  await doWork(form);
}

export function meetBy(form: HTMLFormElement, way: string): Promise<void> {
  if (way === 'shown') return choosePicture(form);
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

async function choosePicture(form: HTMLFormElement): Promise<void> {
  preferPicture(form);
  note(form, '');
  if (!input(form, 'challenge').value || isOver(form)) await renewCaptcha(form);
  showCaptcha(form);
  leadTo(input(form, 'answer'));
}

/** Nothing waits for a sound that is long in coming. */
async function play(form: HTMLFormElement): Promise<void> {
  form.querySelector('.how')?.setAttribute('data-shown', '');
  const player = one<HTMLAudioElement>('[data-spoken]', form);
  if (!player.paused) return player.pause();
  player.currentTime = 0;
  player.play().catch(() => complain(say('unheard'), form));
}
