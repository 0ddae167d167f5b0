import { announce, one } from '../page.ts';
import { say } from '../say.ts';
import { newButton } from './button.ts';

/** In place of a picture that did not come: why, and a button for another try. */
export function showMissing(form: HTMLFormElement, sentence: string): void {
  form.querySelector('[data-unpictured]')?.remove();
  const told = document.createElement('p');
  told.dataset.unpictured = '';
  told.className = 'mistake';
  told.append(`${sentence} `, newButton(say('retry'), { way: 'picture' }));
  const picture = one('[data-picture]', form);
  picture.hidden = true;
  picture.after(told);
  announce(sentence);
}

export function showPicture(form: HTMLFormElement, source: string): void {
  form.querySelector('[data-unpictured]')?.remove();
  const picture = form.querySelector<HTMLImageElement>('[data-picture]');
  if (!picture) return;
  picture.src = source;
  picture.hidden = false;
}
