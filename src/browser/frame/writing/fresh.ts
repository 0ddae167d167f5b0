// A challenge lives for minutes, and a text may take longer: another is there before it is over.

import { once } from '../once.ts';
import { formAround, input, say } from '../page.ts';
import { renewChallenge } from './challenge.ts';
import { forgetWork, note, startWork, worksAlone } from './work.ts';

const marginMs = 30_000;

const ends = new Map<string, number>();
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
  else if (writing() === form) once(() => renewInTime(form), 'unloaded', form);
}

export function isOver(form: HTMLFormElement): boolean {
  return endsAt(form) <= Date.now();
}

function endsAt(form: HTMLFormElement): number {
  const { value: id, dataset } = input(form, 'challenge');
  const lives = Number(dataset.lives);
  const known = ends.get(id) ?? endOf(id, lives);
  ends.set(id, known);
  return known;
}

/**
 * The page may be older than this visit, so its id says when, by the service's clock; where that cannot be by ours, all
 * its time began when it was first looked at, and a clock that is wrong does not renew it for ever.
 */
function endOf(id: string, lives: number): number {
  const ours = ends.size === 0 ? performance.timeOrigin : Date.now();
  const left = Number.parseInt(id.split('~')[2] ?? '', 36) - ours;
  return ours + (left > 0 && left < lives ? left : lives);
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
