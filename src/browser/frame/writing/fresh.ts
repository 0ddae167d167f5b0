// A challenge lives for minutes, and a text may take longer: another is there before it is over.

import { once } from '../once.ts';
import { announce, formAround } from '../page.ts';
import { say } from '../say.ts';
import { endsAt, renewChallenge } from './challenge.ts';
import { note } from './note.ts';
import { worksAlone } from './way.ts';
import { startWork, typedIn } from './work.ts';

const marginMs = 30_000;

let timer: ReturnType<typeof setTimeout> | undefined;

document.addEventListener('visibilitychange', goOn);
addEventListener('online', goOn);

function goOn(): void {
  const form = writing();
  if (form) begin(form);
}

/** For who begins to write in a form, or goes on. */
export function begin(form: HTMLFormElement): void {
  keepFresh(form);
  beginWork(form);
}

/** Renews in time while somebody writes in a form; a page that lies idle asks for nothing. */
export function keepFresh(form: HTMLFormElement): void {
  clearTimeout(timer);
  if (!form.isConnected || !form.querySelector<HTMLInputElement>('[name=challenge]')?.value) return;
  const wait = endsAt(form) - (typedIn(form) ? 0 : marginMs) - Date.now();
  if (wait > 0) timer = setTimeout(() => keepFresh(form), wait);
  else if (writing() === form) once(form, () => renewInTime(form), 'unloaded', form);
}

export function isOver(form: HTMLFormElement): boolean {
  return endsAt(form) <= Date.now();
}

/** Another challenge, for which no work is done yet. */
export async function renewCaptcha(form: HTMLFormElement): Promise<void> {
  await renewChallenge(form);
  begin(form);
}

/** Where the device meets the captcha, it starts when its reader does; what failed for a while is tried again. */
function beginWork(form: HTMLFormElement): void {
  if (worksAlone(form))
    startWork(form).then(
      () => keepFresh(form),
      () => tryLater(form, beginWork),
    );
}

/** The form that somebody writes in just now. */
function writing(): HTMLFormElement | null {
  return document.hidden ? null : formAround(document.activeElement);
}

async function renewInTime(form: HTMLFormElement): Promise<void> {
  if (endsAt(form) - marginMs > Date.now()) return;
  const wasTyped = typedIn(form) !== '';
  try {
    await renewCaptcha(form);
  } catch {
    return tryLater(form, keepFresh);
  }
  if (!wasTyped) return;
  if (worksAlone(form)) announce(say('expired'));
  else note(form, say('expired'));
}

function tryLater(form: HTMLFormElement, again: (form: HTMLFormElement) => void): void {
  clearTimeout(timer);
  timer = setTimeout(() => form.isConnected && again(form), marginMs);
}
