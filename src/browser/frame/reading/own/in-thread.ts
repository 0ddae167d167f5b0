// What waits stands where it will be, for its author alone.
import { home } from '../../../home.ts';
import { copyOf, one } from '../../page.ts';
import { say } from '../../say.ts';
import { showTime } from '../../times.ts';
import { newButton } from '../../writing/button.ts';
import type { Mine } from './kept.ts';

export function placeInThread(own: Mine): void {
  if (inThread(own.id)) return;
  const item = itemOf(own);
  if (!item) return;
  const parent = own.parentId && document.getElementById(`c-${own.parentId}`)?.closest('.thread > li');
  if (parent) branchIn(parent).append(item);
  else if (!own.parentId) one('.thread').prepend(item);
  document.querySelector('.none')?.remove();
}

export function takeFromThread(id: string): void {
  inThread(id)?.closest('li')?.remove();
}

export function receiptAddress(receipt: string): string {
  return `${home}receipts/${encodeURIComponent(receipt)}`;
}

function inThread(id: string): Element | null {
  return document.querySelector(`.thread [data-id="${CSS.escape(id)}"]`);
}

function branchIn(item: Element): Element {
  const found = item.querySelector('.branch > ol');
  if (found) return found;
  const branch = document.createElement('div');
  branch.className = 'branch';
  branch.append(document.createElement('ol'));
  item.append(branch);
  return one('ol', branch);
}

function itemOf(own: Mine): HTMLElement | null {
  const comment = copyOf('own-comment');
  if (!comment) return null;
  comment.dataset.id = own.id;
  one('bdi', comment).textContent = own.author;
  one('.avatar', comment).textContent =
    own.author.trim().split(/\s+/).at(-1)?.slice(0, 1).toUpperCase() ?? '';
  one('.typed', comment).textContent = own.body;
  showTime(one('time', comment), own.createdAt);
  linkActs(comment, own);
  const item = document.createElement('li');
  item.append(comment);
  return item;
}

/** By its receipt; a known reader is asked in place. */
function linkActs(comment: HTMLElement, { id, receipt, isKnown }: Mine): void {
  const [follow, withdraw] = comment.querySelectorAll('a');
  follow?.setAttribute('href', receiptAddress(receipt));
  if (isKnown) withdraw?.replaceWith(withdrawal(id));
  else withdraw?.setAttribute('href', `${receiptAddress(receipt)}/withdraw`);
}

/** Asks whether they mean it. */
export function withdrawal(id: string): HTMLElement {
  const button = newButton(say('withdraw'), { do: 'ask-withdraw', comment: id });
  button.className = 'act';
  return button;
}
