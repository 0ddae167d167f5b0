// What a device does in place of its reader.

import { leadTo } from '../focus.ts';
import { complain, input, one, Told } from '../page.ts';
import { say } from '../say.ts';
import { isRenewed, renewChallenge } from './challenge.ts';
import { note } from './note.ts';
import { hideCaptcha, showCaptcha } from './picture.ts';
import { solve } from './solve.ts';
import { asksBoth, goOn, isQuiet, preferPicture, preferWork, worksAlone } from './way.ts';

interface Work {
  field: HTMLInputElement;
  /** Of the challenge that it is for, once that is known. */
  id?: string;
  done: Promise<void>;
}

/** What was begun last for a form. */
const works = new WeakMap<HTMLFormElement, Work>();

/** While a page sleeps no second of it passes. */
const patienceSeconds = 30;

/** The device cannot do it, or not in time. */
class Unable extends Error {}

export async function confirmByWork(form: HTMLFormElement): Promise<void> {
  await startWork(form);
  preferWork(form);
  tellWorked(form);
  leadTo(one('[data-note]', form));
}

/** Resolves once it is done for the challenge that is there then; it is seen that this is what is waited for. */
export async function doWork(form: HTMLFormElement): Promise<void> {
  while (field(form)?.value === '') {
    const done = startWork(form);
    note(form, say('waiting'), { stands: 'working' });
    await done;
  }
}

/**
 * After a form was put in for another: work that was refused, or is for another challenge by now, is done again. What its
 * reader typed was not right where there was something.
 */
export function renewWork(form: HTMLFormElement, before: HTMLFormElement): void {
  goOn(form, before);
  if (!worksAlone(form)) {
    if (isQuiet) showCaptcha(form);
    return;
  }
  if (typedIn(before) === '') forgetMistakes(form);
  else if (isRefused(form)) showCaptcha(form);
  const told = isQuiet ? undefined : () => tellWorked(form);
  startWork(form).then(told, (error) => error instanceof Told && complain(error.message, form));
}

/** Once for each challenge. */
export function startWork(form: HTMLFormElement): Promise<void> {
  const place = field(form);
  if (!place || place.value) return Promise.resolve();
  const known = works.get(form);
  if (known?.field === place && isForNow(form, known)) return known.done;
  const mine: Work = { field: place, done: Promise.resolve() };
  mine.done = workOn(form, mine).catch((error) => fail(form, error));
  works.set(form, mine);
  if (isQuiet) note(form, say('confirming'), { stands: 'working', aloud: false });
  else note(form, say('working'), { stands: 'working' });
  mine.done.then(
    () => works.get(form) === mine && worksAlone(form) && noteDone(form),
    () => works.get(form) === mine && works.delete(form),
  );
  return mine.done;
}

/** The reader meets the captcha after all. */
export function giveUpWork(form: HTMLFormElement, why = say('unworked')): void {
  works.delete(form);
  preferPicture(form);
  showCaptcha(form);
  note(form, why);
}

/** What fails but for a while leaves the device another try. */
function fail(form: HTMLFormElement, error: Error): never {
  if (error instanceof Unable) {
    giveUpWork(form, error.message);
    // It stands in the form.
    throw new Told();
  }
  note(form, error instanceof Told ? error.message : say('unconfirmed'));
  throw error;
}

function noteDone(form: HTMLFormElement): void {
  if (asksBoth(form)) note(form, say('besides'), { stands: 'done' });
  else note(form, say('confirmed'), { stands: 'done', aloud: false });
}

function field(form: HTMLFormElement): HTMLInputElement | null {
  return form.querySelector<HTMLInputElement>('[data-work]');
}

export function typedIn(form: HTMLFormElement): string {
  return form.querySelector<HTMLInputElement>('[name=answer]')?.value.trim() ?? '';
}

/** For the challenge that a form has, or that is on its way. */
function isForNow(form: HTMLFormElement, { id }: Work): boolean {
  return id === undefined || (id === input(form, 'challenge').value && !isRenewed(form));
}

/** The page comes without anything to do. Of work for a challenge that was renewed meanwhile nothing is kept. */
async function workOn(form: HTMLFormElement, work: Work): Promise<void> {
  const { field } = work;
  if (!field.dataset.work || isRenewed(form)) await renewChallenge(form);
  const { value: id } = input(form, 'challenge');
  work.id = id;
  await inTime(async () => {
    const solution = await solved(field.dataset.work ?? '');
    if (input(form, 'challenge').value === id) field.value = solution;
  });
}

/** A worker does not come either where the connection is lost. */
async function solved(challenge: string): Promise<string> {
  try {
    return await solve(JSON.parse(challenge));
  } catch {
    throw navigator.onLine ? new Unable(say('unworked')) : new Error('offline');
  }
}

/** What takes too long goes on, and is good if it comes before the reader's answer. */
async function inTime(work: () => Promise<void>): Promise<void> {
  const { promise: tooLong, reject } = Promise.withResolvers<never>();
  let seconds = 0;
  const ticking = setInterval(() => {
    seconds += 1;
    if (seconds >= patienceSeconds) reject(new Unable(say('slow')));
  }, 1000);
  try {
    await Promise.race([work(), tooLong]);
  } finally {
    clearInterval(ticking);
  }
}

function isRefused(form: HTMLFormElement): boolean {
  return form.querySelector('.unasked > .mistake') !== null;
}

function forgetMistakes(form: HTMLFormElement): void {
  for (const stale of form.querySelectorAll('.captcha .mistake, .unasked > .mistake')) stale.remove();
  form.querySelector('[name=answer]')?.removeAttribute('aria-invalid');
  const summary = form.querySelector('[data-failure]');
  const places = [...(summary?.querySelectorAll('a') ?? [])];
  if (places.length === 1 && places[0]?.hash.endsWith('answer')) summary?.remove();
}

function tellWorked(form: HTMLFormElement): void {
  one('[data-note]', form).tabIndex = -1;
  if (asksBoth(form)) noteDone(form);
  else {
    hideCaptcha(form);
    note(form, say(isQuiet ? 'confirmed' : 'worked'), { stands: 'done' });
  }
}
