import { home } from '../../home.ts';
import { announce, input, one, root } from '../page.ts';
import { say } from '../say.ts';
import { newButton } from './button.ts';
import { asksBoth, worksAlone } from './way.ts';

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

/** Where it was not in sight, what is there for those without scripts serves as well. */
export function showCaptcha(form: HTMLFormElement): void {
  for (const unscripted of form.querySelectorAll('.unasked noscript')) {
    const shown = document.createElement('div');
    // As text in a page that was loaded, as elements in one that was fetched and parsed.
    shown.innerHTML = unscripted.firstElementChild ? unscripted.innerHTML : unscripted.textContent;
    pointTo(input(form, 'challenge').value, shown);
    unscripted.replaceWith(shown);
    form.querySelector('.unasked > .mistake')?.remove();
  }
  setInSight(form, true);
}

export function hideCaptcha(form: HTMLFormElement): void {
  const answer = form.querySelector<HTMLInputElement>('[name=answer]');
  if (answer) answer.value = '';
  setInSight(form, false);
}

/** Beside the work only as long as the challenge says so. */
export function showBesides(form: HTMLFormElement, isAsked: boolean): void {
  const wasAsked = asksBoth(form);
  form.toggleAttribute('data-besides', isAsked);
  if (!worksAlone(form)) return;
  if (isAsked) showCaptcha(form);
  else if (wasAsked) hideCaptcha(form);
}

/** The page may have another challenge by now than the one that it came with. */
function pointTo(id: string, captcha: HTMLElement): void {
  const path = `${home}api/v1/sites/${root.dataset.site}/challenges/${id}`;
  captcha.querySelector('[data-picture]')?.setAttribute('src', `${path}/picture`);
  captcha.querySelector('[data-spoken]')?.setAttribute('src', `${path}/audio`);
}

function setInSight(form: HTMLFormElement, isInSight: boolean): void {
  const captcha = form.querySelector<HTMLElement>('.captcha');
  if (captcha) captcha.hidden = !isInSight;
  const link = form.querySelector<HTMLElement>('[data-way=shown]');
  if (link) link.hidden = isInSight;
}
