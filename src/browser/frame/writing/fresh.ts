// A challenge lives for minutes, and a text may take longer: another is there before it is over.

import { once } from '../once.ts';
import { formAround } from '../page.ts';
import { say } from '../say.ts';
import { endsAt, renewChallenge } from './challenge.ts';
import { forgetWork, note, startWork, worksAlone } from './work.ts';

const marginMs = 30_000;

let timer: ReturnType<typeof setTimeout> | undefined;

document.addEventListener('visibilitychange', () => {
  const form = writing();
  if (form) keepFresh(form);
});

/** Renews in time while somebody writes in a form; a page that lies idle asks for nothing. */
export function keepFresh(form: HTMLFormElement): void {
  clearTimeout(timer);
  if (!form.isConnected || !form.querySelector('[name=challenge]')) return;
  const wait = endsAt(form) - (answer(form)?.value ? 0 : marginMs) - Date.now();
  if (wait > 0) timer = setTimeout(() => keepFresh(form), wait);
  else if (writing() === form) once(form, () => renewInTime(form), 'unloaded', form);
}

export function isOver(form: HTMLFormElement): boolean {
  return endsAt(form) <= Date.now();
}

/** The form that somebody writes in just now. */
function writing(): HTMLFormElement | null {
  return document.hidden ? null : formAround(document.activeElement);
}

async function renewInTime(form: HTMLFormElement): Promise<void> {
  forgetWork(form);
  try {
    await renewChallenge(form);
  } catch {
    timer = setTimeout(() => keepFresh(form), marginMs);
    return;
  }
  const typed = answer(form);
  if (worksAlone(form)) startWork(form).catch(() => undefined);
  else if (typed?.value) {
    typed.value = '';
    note(form, say('expired'));
  }
  keepFresh(form);
}

function answer(form: HTMLFormElement): HTMLInputElement | null {
  return form.querySelector<HTMLInputElement>('[name=answer]');
}
