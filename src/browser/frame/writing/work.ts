// What a device does in place of its reader.

import { announce, complain, input, one, root, Told } from '../page.ts';
import { say } from '../say.ts';
import { renewChallenge } from './challenge.ts';
import { solve } from './solve.ts';

/** Of the challenge that a form has. */
const works = new WeakMap<HTMLFormElement, { field: Element; done: Promise<void> }>();
/** The forms whose readers chose it. */
const preferring = new WeakSet<HTMLFormElement>();

export function forgetWork(form: HTMLFormElement): void {
  works.delete(form);
}

/** Whether it is the device that meets the captcha. */
export function worksAlone(form: HTMLFormElement): boolean {
  return preferring.has(form) || root.dataset.captcha === 'work';
}

export async function confirmByWork(form: HTMLFormElement): Promise<void> {
  await startWork(form);
  preferring.add(form);
  tellWorked(form);
  one('[data-note]', form).focus();
}

/** Resolves once it is done for the challenge that is there then. */
export async function doWork(form: HTMLFormElement): Promise<void> {
  while (field(form)?.value === '') await startWork(form);
}

/** After a form was put in for another: work that was refused, or is for another challenge by now, is done again. */
export function renewWork(form: HTMLFormElement, before: HTMLFormElement): void {
  if (preferring.has(before)) preferring.add(form);
  if (root.dataset.captcha === 'picture') showPicture(form);
  if (!worksAlone(form)) return;
  forgetMistakes(form);
  const told = preferring.has(form) ? () => tellWorked(form) : undefined;
  startWork(form).then(told, ({ message }) => complain(message, form));
}

/** Once for each challenge. */
export function startWork(form: HTMLFormElement): Promise<void> {
  const place = field(form);
  if (!place || place.value) return Promise.resolve();
  const known = works.get(form);
  if (known?.field === place) return known.done;
  const done = workOn(form, place).catch(() => {
    giveUpWork(form);
    throw new Told(say('unworked'));
  });
  const mine = { field: place, done };
  works.set(form, mine);
  note(form, say('working'));
  done.then(
    () => works.get(form) === mine && worksAlone(form) && note(form, say('confirmed'), false),
    () => works.get(form) === mine && note(form, ''),
  );
  return done;
}

/** The reader meets the captcha after all. */
export function giveUpWork(form: HTMLFormElement): void {
  works.delete(form);
  preferring.delete(form);
  note(form, '');
  showPicture(form);
}

/** Beside the captcha, and to who hears the page. */
export function note(form: HTMLFormElement, sentence: string, aloud = true): void {
  const place = form.querySelector('[data-note]');
  if (place) place.textContent = sentence;
  if (aloud) announce(sentence);
}

function field(form: HTMLFormElement): HTMLInputElement | null {
  return form.querySelector<HTMLInputElement>('[data-work]');
}

/** The page comes without anything to do. Of work for a challenge that was renewed meanwhile nothing is kept. */
async function workOn(form: HTMLFormElement, place: HTMLInputElement): Promise<void> {
  if (!place.dataset.work) await renewChallenge(form);
  const { value: id } = input(form, 'challenge');
  const solution = await solve(JSON.parse(place.dataset.work ?? ''));
  if (input(form, 'challenge').value === id) place.value = solution;
}

function forgetMistakes(form: HTMLFormElement): void {
  for (const stale of form.querySelectorAll('.captcha .mistake, .unasked > .mistake')) stale.remove();
  form.querySelector('[name=answer]')?.removeAttribute('aria-invalid');
  const summary = form.querySelector('[data-failure]');
  const places = [...(summary?.querySelectorAll('a') ?? [])];
  if (places.length === 1 && places[0]?.hash.endsWith('answer')) summary?.remove();
}

function tellWorked(form: HTMLFormElement): void {
  one('.captcha', form).hidden = true;
  note(form, say('worked'));
  one('[data-note]', form).tabIndex = -1;
}

/** Where the device cannot confirm, what is there for those without scripts serves as well. */
function showPicture(form: HTMLFormElement): void {
  root.dataset.captcha = 'picture';
  for (const unscripted of form.querySelectorAll('.unasked noscript')) {
    const shown = document.createElement('div');
    // As text in a page that was loaded, as elements in one that was fetched and parsed.
    shown.innerHTML = unscripted.firstElementChild ? unscripted.innerHTML : unscripted.textContent;
    unscripted.replaceWith(shown);
  }
  form.querySelector('.captcha')?.removeAttribute('hidden');
}
