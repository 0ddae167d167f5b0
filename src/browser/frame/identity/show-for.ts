// The page as it is for another reader: what they write with, what they like, and what they have sent.
import { input, newTroublePlace, one, root, swap } from '../page.ts';
import { keepingForm } from '../reading/keeping-form.ts';
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
  if (root.dataset.identity === 'required') keepingForm(() => swap('#thread', page));
  else markLikes(page);
  showOwnOfReader().catch(() => undefined);
}

function showForms(page: Document, isOther: boolean): void {
  const [top, next, reply] = [formOn(document), formOn(page), formOn(document, 'tra-loi')];
  if (reply) showReply(reply, next, isOther);
  if (top && next) change(top, next, isOther);
  else if (top || next || !reply) showPlace(page);
}

function formOn(page: Document, id = 'gui-binh-luan'): HTMLFormElement | null {
  return page.querySelector<HTMLFormElement>(`form#${id}`);
}

function showReply(reply: HTMLFormElement, next: HTMLFormElement | null, isOther: boolean): void {
  if (next) {
    change(reply, copyForm(next, reply.querySelector('.who')?.textContent ?? ''), isOther);
    haveOwnChallenge(reply);
  } else {
    putAway(reply);
  }
}

function change(form: HTMLFormElement, next: HTMLFormElement, isOther: boolean): void {
  const parent = input(form, 'parent').value;
  putAround(form, next, isOther);
  input(form, 'parent').value = parent;
  begin(form);
}

function begin(form: HTMLFormElement): void {
  delete form.dataset.met;
  noteNew(form);
  fillDraft(form);
}

/** A form in place of the words for who may not write, or the other way round. */
function showPlace(page: Document): void {
  const place = one('#write');
  const told = place.querySelector('#binh-luan-status');
  const text = place.querySelector<HTMLTextAreaElement>('textarea');
  const isEntered = place.contains(document.activeElement);
  place.replaceChildren(...one('#write', page).childNodes);
  if (told) place.prepend(told);
  const form = formOn(document);
  if (form) begin(form);
  else place.append(...(text?.value ? [readOnly(text)] : []), newTroublePlace());
  if (isEntered) place.querySelector<HTMLElement>('textarea, a')?.focus();
}

/** What was written stays in sight of who may not send it. */
function putAway(form: HTMLFormElement): void {
  const text = form.querySelector('textarea');
  if (text?.value) form.replaceWith(readOnly(text));
  else form.remove();
}

function readOnly(text: HTMLTextAreaElement): HTMLTextAreaElement {
  text.readOnly = true;
  text.removeAttribute('name');
  return text;
}
