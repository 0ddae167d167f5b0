import { announce, one } from '../page.ts';
import { say } from '../say.ts';

/** In place of a picture that did not come: why, and a button for another try. */
export function showMissing(form: HTMLFormElement, sentence: string): void {
  form.querySelector('[data-unpictured]')?.remove();
  const told = document.createElement('p');
  told.dataset.unpictured = '';
  told.className = 'mistake';
  told.append(`${sentence} `, retryButton());
  const picture = one('[data-picture]', form);
  picture.hidden = true;
  picture.after(told);
  announce(sentence);
}

function retryButton(): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button';
  button.dataset.way = 'picture';
  button.textContent = say('retry');
  return button;
}

export function showPicture(form: HTMLFormElement, source: string): void {
  form.querySelector('[data-unpictured]')?.remove();
  const picture = form.querySelector<HTMLImageElement>('[data-picture]');
  if (!picture) return;
  picture.src = source;
  picture.hidden = false;
}
