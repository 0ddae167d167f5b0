// How the captcha of a form is met: by the work of the device, or by its reader.

import { root } from '../page.ts';

/** Whether the site leaves it to the device. */
export const isQuiet = ['auto', 'work'].includes(root.dataset.captcha ?? '');
/** Whether it is the reader's after all, on this page: by choice, or because the device cannot. */
let isReaders = false;
/** The forms whose readers chose the work of their device where the picture is the usual way. */
const preferring = new WeakSet<HTMLFormElement>();

/** Who is known meets none. */
export function worksAlone(form: HTMLFormElement): boolean {
  return form.querySelector('[data-work]') !== null && (preferring.has(form) || (isQuiet && !isReaders));
}

export function preferWork(form: HTMLFormElement): void {
  preferring.add(form);
  isReaders = false;
}

export function preferPicture(form: HTMLFormElement): void {
  preferring.delete(form);
  isReaders = true;
}

/** After a form was put in for another. */
export function goOn(form: HTMLFormElement, before: HTMLFormElement): void {
  if (preferring.has(before)) preferring.add(form);
}

/** Whether the challenge asks for the picture besides the work. */
export function asksBoth(form: HTMLFormElement): boolean {
  return 'besides' in form.dataset;
}
