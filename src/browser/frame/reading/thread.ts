// The list of comments in place: more of them, in another order, and the rest of a branch.

import { leadTo } from '../focus.ts';
import { announce, fetchPage, one, swap } from '../page.ts';
import { say } from '../say.ts';
import { keepingForm } from './keeping-form.ts';
import { showLiked } from './like.ts';
import { showOwn } from './own/own.ts';

export async function follow(link: HTMLAnchorElement): Promise<void> {
  const page = await fetchPage(link.href);
  keepingForm(() => ways[link.dataset.do ?? '']?.(link, page));
  showLiked();
}

const ways: Record<string, (link: HTMLAnchorElement, page: Document) => void> = {
  more: append,
  branch: open,
  sort: (_, page) => sort(page),
};

function sort(page: Document): void {
  swap('#thread', page);
  const sort = page.querySelector('input[name=sort]')?.getAttribute('value');
  for (const input of document.querySelectorAll('input[name=sort]')) input.setAttribute('value', sort ?? '');
  showOwn();
  const current = document.querySelector<HTMLElement>('.tabs [aria-current]');
  if (current) leadTo(current);
}

function append(link: HTMLAnchorElement, page: Document): void {
  const added = [...page.querySelectorAll('.thread > li')].filter((item) => !isShown(item));
  one('.thread').append(...added);
  const next = page.querySelector('[data-do=more]');
  if (next) link.replaceWith(next);
  else link.closest('.more')?.remove();
  announce(say('added', added.length));
  focusOn(added[0]?.querySelector('.comment'));
}

/** A branch may have come up since. */
function isShown(item: Element): boolean {
  const id = item.querySelector('.comment[id]')?.id;
  return id !== undefined && document.getElementById(id) !== null;
}

function open(link: HTMLAnchorElement, page: Document): void {
  const branch = link.closest('.branch');
  const theirs = branch && page.getElementById(branch.id);
  if (!branch || !theirs) throw new Error('no such branch');
  if (link.closest('p')?.nextElementSibling?.matches('ol')) fromFirst(branch, theirs);
  else goOn(link, branch, theirs);
}

function goOn(link: HTMLAnchorElement, branch: Element, theirs: Element): void {
  const before = new Set([...branch.querySelectorAll('.comment[id]')].map(({ id }) => id));
  const items = [...theirs.querySelectorAll(':scope > ol > li')];
  const added = items.filter((item) => !before.has(item.querySelector('.comment')?.id ?? ''));
  one(':scope > ol', branch).append(...added);
  const line = link.closest('p');
  const next = theirs.querySelector(':scope > ol ~ p');
  if (next) line?.replaceWith(next);
  else line?.remove();
  announce(say('added', added.length));
  focusOn(added[0]?.querySelector('.comment'));
}

/** Answers that stand before those that are shown come in their order, from the first on. */
function fromFirst(branch: Element, theirs: Element): void {
  branch.replaceWith(theirs);
  showOwn();
  focusOn(theirs.querySelector('.comment'));
}

function focusOn(element: Element | null | undefined): void {
  if (!(element instanceof HTMLElement)) return;
  element.tabIndex = -1;
  leadTo(element, { preventScroll: true });
}
