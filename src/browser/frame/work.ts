// What a device does in place of its reader.
import { renewChallenge } from './challenge.ts';
import { complain, input, note, one, root, say, Told } from './page.ts';
import { solve } from './solve.ts';

/** Of the challenge that is shown. */
let work: { field: Element; done: Promise<void> } | undefined;
let prefersWork = false;

export function forgetWork(): void {
  work = undefined;
}

/** Whether it is the device that meets the captcha. */
export function worksAlone(): boolean {
  return prefersWork || root.dataset.captcha === 'work';
}

export async function confirmByWork(): Promise<void> {
  await startWork();
  prefersWork = true;
  tellWorked();
  one('#worked').focus();
}

/** Resolves once it is done for the challenge that is there then. */
export async function doWork(): Promise<void> {
  while (field()?.value === '') await startWork();
}

/** After the form was put in anew: work that was refused, or is for another challenge by now, is done again. */
export function renewWork(isSent: boolean): void {
  if (isSent) prefersWork = false;
  if (root.dataset.captcha === 'picture') showPicture();
  if (isSent || !worksAlone()) return;
  forgetMistakes();
  startWork().then(prefersWork ? tellWorked : undefined, ({ message }) => complain(message));
}

/** Once for each challenge. */
export function startWork(): Promise<void> {
  const place = field();
  if (!place || place.value) return Promise.resolve();
  if (work?.field === place) return work.done;
  const done = workOn(place).catch(() => {
    giveUpWork();
    throw new Told(say('unworked'));
  });
  const mine = { field: place, done };
  work = mine;
  note(say('working'));
  done.catch(() => undefined).then(() => work === mine && note(''));
  return done;
}

/** The reader meets the captcha after all. */
export function giveUpWork(): void {
  work = undefined;
  prefersWork = false;
  note('');
  showPicture();
}

function field(): HTMLInputElement | null {
  return document.querySelector<HTMLInputElement>('[data-work]');
}

/** The page comes without anything to do. Of work for a challenge that was renewed meanwhile nothing is kept. */
async function workOn(place: HTMLInputElement): Promise<void> {
  if (!place.dataset.work) await renewChallenge();
  const { value: id } = input('challenge');
  const solution = await solve(JSON.parse(place.dataset.work ?? ''));
  if (input('challenge').value === id) place.value = solution;
}

function forgetMistakes(): void {
  for (const stale of document.querySelectorAll('.captcha .mistake, #unseen > .mistake')) stale.remove();
  document.querySelector('#answer')?.removeAttribute('aria-invalid');
}

function tellWorked(): void {
  document.querySelector('#worked')?.remove();
  const told = document.createElement('p');
  told.id = 'worked';
  told.tabIndex = -1;
  told.textContent = say('worked');
  one('.captcha').hidden = true;
  one('.captcha').after(told);
}

/** Where the device cannot confirm, what is there for those without scripts serves as well. */
function showPicture(): void {
  root.dataset.captcha = 'picture';
  for (const unscripted of document.querySelectorAll('#unseen noscript')) {
    const shown = document.createElement('div');
    // As text in a page that was loaded, as elements in one that was fetched and parsed.
    shown.innerHTML = unscripted.firstElementChild ? unscripted.innerHTML : unscripted.textContent;
    unscripted.replaceWith(shown);
  }
  document.querySelector('#worked')?.remove();
  document.querySelector('.captcha')?.removeAttribute('hidden');
}
