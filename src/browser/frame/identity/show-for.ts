// The page as it is for another reader: what they write with, what they like, and what they have sent.
import { keepKey } from '../draft.ts';
import { input, newTroublePlace, one, root, swap } from '../page.ts';
import { markLikes } from '../reading/like.ts';
import { showOwnOfReader } from '../reading/own/own.ts';
import { noteNew } from '../writing/challenge.ts';
import { fillDraft } from '../writing/draft.ts';
import { copyForm } from '../writing/form-copy.ts';
import { haveOwnChallenge, restoreDrafts } from '../writing/within.ts';
import { putAround } from './around.ts';

/** Where one reader follows upon another, `isOther`, nothing that the one agreed to is the other's. */
export function showFor(page: Document, isOther: boolean): void {
  const mayWrite = formOn(page) !== null;
  const couldWrite = document.querySelector('form.composer:not(#bao-cao)') !== null;
  root.toggleAttribute('data-identified', one('.frame', page).hasAttribute('data-identified'));
  if (mayWrite && couldWrite) showForms(page, isOther);
  else showPlace(page);
  // Who may write may answer.
  if (mayWrite !== couldWrite) swap('#thread', page);
  else markLikes(page);
  if (mayWrite && !couldWrite) restoreDrafts();
  showOwnOfReader().catch(() => undefined);
}

function showForms(page: Document, isOther: boolean): void {
  const [top, next, reply] = [formOn(document), formOn(page), formOn(document, 'tra-loi')];
  if (reply && next) {
    change(reply, copyForm(next, reply.querySelector('.who')?.textContent ?? ''), isOther);
    haveOwnChallenge(reply);
  }
  if (top && next) change(top, next, isOther);
}

function formOn(page: Document, id = 'gui-binh-luan'): HTMLFormElement | null {
  return page.querySelector<HTMLFormElement>(`form#${id}`);
}

function change(form: HTMLFormElement, next: HTMLFormElement, isOther: boolean): void {
  const [parent, key] = [input(form, 'parent').value, input(form, 'key').value];
  putAround(form, next, isOther);
  input(form, 'parent').value = parent;
  if (isOther) keepKey(form);
  else input(form, 'key').value = key;
  begin(form);
}

function begin(form: HTMLFormElement): void {
  delete form.dataset.met;
  noteNew(form);
  fillDraft(form);
}

/** A form in place of the words for who may not write, or the other way round: what was written stays in sight. */
function showPlace(page: Document): void {
  const place = one('#write');
  const told = place.querySelector('#binh-luan-status');
  const texts = [...document.querySelectorAll<HTMLTextAreaElement>('#write textarea, #tra-loi textarea')];
  const kept = texts.filter(({ value }) => value).map(readOnly);
  const isEntered = [place, ...texts].some((part) => part.contains(document.activeElement));
  place.replaceChildren(...one('#write', page).childNodes);
  if (told) place.prepend(told);
  const form = formOn(document);
  if (form) begin(form);
  else place.append(...kept, newTroublePlace());
  if (isEntered) place.querySelector<HTMLElement>('textarea, a')?.focus();
}

function readOnly(text: HTMLTextAreaElement): HTMLTextAreaElement {
  text.ariaLabel = [...text.labels].at(-1)?.textContent ?? text.ariaLabel;
  for (const name of ['id', 'name', 'aria-describedby']) text.removeAttribute(name);
  text.readOnly = true;
  return text;
}
