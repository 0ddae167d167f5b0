// The page as it is for another reader: what they write with, what they like, and what they have sent.
import { one, root } from '../page.ts';
import { markLikes } from '../reading/like.ts';
import { showOwnOfReader } from '../reading/own/own.ts';
import { noteNew } from '../writing/challenge.ts';
import { fillDraft } from '../writing/draft.ts';
import { copyForm } from '../writing/form-copy.ts';
import { haveOwnChallenge } from '../writing/within.ts';
import { putAround } from './around.ts';

/** Where one reader follows upon another, `isOther`, nothing that the one agreed to is the other's. */
export function showFor(page: Document, isOther: boolean): void {
  root.toggleAttribute('data-identified', one('.frame', page).hasAttribute('data-identified'));
  showForms(page, isOther);
  markLikes(page);
  showOwnOfReader().catch(() => undefined);
}

function showForms(page: Document, isOther: boolean): void {
  const [top, next, reply] = [formOn(document), formOn(page), formOn(document, 'tra-loi')];
  if (reply && next) {
    change(reply, copyForm(next, reply.querySelector('.who')?.textContent ?? ''), isOther);
    haveOwnChallenge(reply);
  }
  if (top && next) change(top, next, isOther);
  else if (top || !reply) showPlace(page);
}

function formOn(page: Document, id = 'gui-binh-luan'): HTMLFormElement | null {
  return page.querySelector<HTMLFormElement>(`form#${id}`);
}

function change(form: HTMLFormElement, next: HTMLFormElement, isOther: boolean): void {
  const parent = form.querySelector<HTMLInputElement>('[name=parent]')?.value ?? '';
  putAround(form, next, isOther);
  one<HTMLInputElement>('[name=parent]', form).value = parent;
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
  const text = place.querySelector<HTMLTextAreaElement>('textarea');
  const isEntered = place.contains(document.activeElement);
  place.replaceChildren(...one('#write', page).childNodes);
  if (told) place.prepend(told);
  const form = formOn(document);
  if (form) begin(form);
  else if (text?.value) place.append(readOnly(text));
  if (isEntered) place.querySelector<HTMLElement>('textarea, a')?.focus();
}

function readOnly(text: HTMLTextAreaElement): HTMLTextAreaElement {
  text.readOnly = true;
  text.removeAttribute('name');
  return text;
}
