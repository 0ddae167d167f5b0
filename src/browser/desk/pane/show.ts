// Choosing a comment: its row is marked, the pane shows it, the address follows.

import { somethingMoved } from '../intent.ts';
import { claimSoon } from '../list/claim.ts';
import { growAfter } from '../list/more.ts';
import { authorOf, here, linkOf, list, rows } from '../list/rows.ts';
import { linkTo, say } from '../words.ts';
import { closeCover, coverWith, isCovering } from './cover.ts';
import { fetchPane, keepAhead, kept, pane } from './keep.ts';

const frame = list.closest('.list');

/** Shows a comment; the list scrolls only as far as it must. */
export function choose(row: HTMLElement | undefined, { focus = true, open = false } = {}): void {
  if (!row || !pane) return;
  point(row);
  const article = kept(row);
  if (article) put(article);
  else showWhenThere(row, focus);
  coverWith(row.dataset.id ?? '', open);
  const before = frame?.scrollTop;
  row.scrollIntoView({ block: 'nearest' });
  if (frame?.scrollTop !== before) somethingMoved();
  if (focus) focusOn(row);
  claimSoon(row);
  keepAhead();
  growAfter(row);
}

/** Whether what is decided is what is shown. */
export function isShown(row: HTMLElement): boolean {
  const isThere = pane?.firstElementChild === kept(row) && kept(row) !== undefined;
  return isThere && (pane?.getClientRects().length ?? 0) > 0;
}

export function focusOn(row: HTMLElement): void {
  const place = isCovering() ? kept(row) : linkOf(row);
  place?.focus({ preventScroll: true });
}

export function move(by: number): void {
  const all = rows();
  const row = here();
  const at = row ? all.indexOf(row) : -1;
  const next = all[at + by];
  if (next) choose(next);
}

/** Back to the list, from a comment that covers it or from within the pane. */
export function backToList(): void {
  closeCover();
  const row = here();
  if (row) linkOf(row)?.focus();
}

function point(row: HTMLElement): void {
  const before = here();
  before?.classList.remove('is-here');
  if (before) linkOf(before)?.removeAttribute('aria-current');
  row.classList.add('is-here');
  linkOf(row)?.setAttribute('aria-current', 'true');
}

function put(element: HTMLElement): void {
  if (pane?.firstElementChild === element) return;
  for (const fold of pane?.querySelectorAll<HTMLDetailsElement>('details[open]') ?? []) fold.open = false;
  pane?.replaceChildren(element);
  placeAmong(element);
  somethingMoved();
}

/** "3/14", and which ways there are others. */
function placeAmong(article: HTMLElement): void {
  const all = rows();
  const at = all.findIndex(({ dataset }) => dataset.id === article.dataset.id);
  const place = article.querySelector('[data-place]');
  if (place) place.textContent = `${at + 1}/${all.length}`;
  for (const step of article.querySelectorAll<HTMLElement>('[data-go]')) {
    if (all[at + Number(step.dataset.go)]) step.removeAttribute('aria-disabled');
    else step.setAttribute('aria-disabled', 'true');
  }
}

async function showWhenThere(row: HTMLElement, focus: boolean): Promise<void> {
  put(placeholder(say('loading', { who: authorOf(row) })));
  const article = await fetchPane(row);
  if (here() !== row) return;
  put(article ?? placeholder(say('notLoaded'), linkTo(row.dataset.id ?? '', say('openAlone'))));
  if (focus && isCovering()) focusOn(row);
}

function placeholder(sentence: string, ...more: HTMLElement[]): HTMLElement {
  const place = document.createElement('div');
  place.className = 'scroll';
  const told = document.createElement('p');
  told.className = 'hint';
  told.textContent = sentence;
  place.append(told, ...more);
  return place;
}
