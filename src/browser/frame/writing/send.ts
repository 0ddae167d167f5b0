// A form is sent in place.
import { forgetDraft, keepKey } from '../draft.ts';
import { leadTo } from '../focus.ts';
import { tellHost } from '../host.ts';
import { announce, fetchPage, input, one, swap, Told } from '../page.ts';
import type { Own } from '../reading/own/kept.ts';
import { keepOwn } from '../reading/own/own.ts';
import { say } from '../say.ts';
import { finishWork, giveUpWork, renewWork } from './captcha.ts';
import { noteNew } from './challenge.ts';
import { count, fillDraft } from './draft.ts';
import { worksAlone } from './way.ts';
import { typedIn } from './work.ts';

/** Work that ran out is done again, and the form sent once more: its reader can do nothing about it, and need not. */
export async function send(form: HTMLFormElement): Promise<void> {
  announce(say('sending'));
  const again = await sendOnce(form);
  if (!again || !(await sendOnce(again))) return;
  giveUpWork(again);
}

/** Resolves to the form where only the work of the device was refused. */
async function sendOnce(form: HTMLFormElement): Promise<HTMLFormElement | undefined> {
  if (form.querySelector('[name=challenge]')) await finishWork(form);
  keepKey(form);
  const page = await fetchPage(form.action, { method: 'POST', body: bodyOf(form) });
  const sent = page.querySelector<HTMLElement>('#binh-luan-status');
  if (sent) {
    forgetDraft(input(form, 'parent').value);
    takeSent(page, form, sent);
    return undefined;
  }
  const next = replace(form, page);
  if (!next) return tellClosed();
  noteNew(next);
  keepKey(next);
  fillDraft(next);
  count(next, false);
  renewWork(next, form);
  const first =
    next.querySelector<HTMLElement>('[aria-invalid]') ?? next.querySelector<HTMLElement>('[data-failure]');
  if (!first) return next;
  announce(one('[data-failure]', next).textContent ?? '');
  leadTo(first);
  return undefined;
}

/** Whoever answered what the picture asks has met the captcha by that, unless it is to be met by both. */
export function bodyOf(form: HTMLFormElement): URLSearchParams {
  const isAnswered = typedIn(form) !== '' && !worksAlone(form);
  const typed = [...new FormData(form)]
    .filter(([name]) => name !== 'proofOfWork' || !isAnswered)
    .map(([name, value]) => [name, String(value)]);
  return new URLSearchParams([...typed, ['do', 'send']]);
}

/** The form as the answer has it: on top, or where it was; none where the article was closed meanwhile. */
function replace(form: HTMLFormElement, page: Document): HTMLFormElement | undefined {
  const next = page.querySelector<HTMLFormElement>(`#${form.id}`);
  const isReply = form.id !== 'gui-binh-luan';
  if (isReply && !next) refuseReply(page);
  if (isReply && next) form.replaceWith(next);
  else swap('#write', page);
  return document.querySelector<HTMLFormElement>(next ? `#${form.id}` : '#gui-binh-luan') ?? undefined;
}

/** An answer that finds no parent goes on top, but never over what is written there; where nobody may write it stays. */
function refuseReply(page: Document): void {
  const written = document.querySelector<HTMLTextAreaElement>('#body')?.value.trim();
  const told = page.querySelector('#write [data-failure], #write .notice');
  const mayMove = page.querySelector('#gui-binh-luan') && !written;
  if (told && !mayMove) throw new Told(told.textContent?.replace(/\s+/g, ' ').trim());
}

function tellClosed(): undefined {
  const told = one('#write .notice');
  announce('');
  told.tabIndex = -1;
  leadTo(told);
}

function takeSent(page: Document, form: HTMLFormElement, told: HTMLElement): void {
  const own: Own = JSON.parse(told.dataset.own ?? '{}');
  keepOwn(own);
  document.querySelector('#binh-luan-status')?.removeAttribute('id');
  const waiting = page.querySelector('#sent');
  document.querySelector('#sent')?.removeAttribute('id');
  if (form.id === 'gui-binh-luan') {
    swap('#write', page);
    if (own.state === 'published') swap('#thread', page);
    else if (waiting) one('.thread').prepend(waiting);
    document.querySelector('.none')?.remove();
  } else {
    putReply(page, form, own, waiting);
  }
  if (!document.querySelector('#binh-luan-status')) one('#write').prepend(told);
  const shown = one('#binh-luan-status');
  announce(leadTo(shown) ? '' : (shown.textContent ?? ''));
  tellHost({ type: 'binh-luan:sent', id: own.id, state: own.state });
}

/** Last among the answers that are shown, where it is seen by whoever has just written it. */
function putReply(page: Document, form: HTMLFormElement, own: Own, waiting: Element | null): void {
  const item = waiting ?? page.querySelector(`#c-${own.id}`)?.closest('li');
  const branchItem = form.closest('.thread > li');
  form.remove();
  if (!item || !branchItem) return;
  const theirs = item.closest('.branch');
  const ours = branchItem.querySelector('.branch');
  if (ours) one('ol', ours).append(item);
  else if (theirs) branchItem.append(theirs);
  if (!document.querySelector('#binh-luan-status')) {
    const told = page.querySelector('#binh-luan-status');
    if (told) item.prepend(told);
  }
}
