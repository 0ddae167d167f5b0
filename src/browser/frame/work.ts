// What a device does in place of its reader.
import { renewChallenge } from './challenge.ts';
import { announce, one, root, say, Told } from './page.ts';
import { solve } from './solve.ts';

/** Of the challenge that is shown. */
let work: { field: Element; done: Promise<void> } | undefined;
let prefersWork = false;

export function forgetWork(): void {
  work = undefined;
}

export async function confirmByWork(): Promise<void> {
  announce(say('working'));
  await startWork();
  prefersWork = true;
  tellWorked();
}

/** Before sending: where the device confirms, it is done with it. */
export async function finishWork(): Promise<void> {
  if (prefersWork || root.dataset.captcha === 'work') await startWork();
}

/** After the form was put in anew, with a challenge of its own. */
export function renewWork(isSent: boolean): void {
  if (isSent) prefersWork = false;
  if (root.dataset.captcha === 'picture') showPicture();
  if (!prefersWork) return;
  startWork().catch(() => undefined);
  tellWorked();
}

/** Once for each challenge. */
export function startWork(): Promise<void> {
  const field = document.querySelector<HTMLInputElement>('[data-work]');
  if (!field) return Promise.resolve();
  if (work?.field === field) return work.done;
  const done = workOn(field).catch(() => {
    work = undefined;
    prefersWork = false;
    showPicture();
    throw new Told(say('unworked'));
  });
  work = { field, done };
  return done;
}

/** The page comes without anything to do. */
async function workOn(field: HTMLInputElement): Promise<void> {
  if (!field.dataset.work) await renewChallenge();
  field.value = await solve(JSON.parse(field.dataset.work ?? ''));
}

function tellWorked(): void {
  const told = document.createElement('p');
  told.id = 'worked';
  told.tabIndex = -1;
  told.textContent = say('worked');
  one('.captcha').replaceChildren(told);
  told.focus();
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
}
