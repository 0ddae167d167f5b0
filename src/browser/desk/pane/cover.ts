// On a phone a comment covers the screen, with an entry of its own in the history, so that Back closes it.
import { home } from '../../home.ts';
import { somethingMoved } from '../intent.ts';
import { list } from '../list/rows.ts';

const narrow = matchMedia('(max-width: 699px)');
const desk = document.querySelector<HTMLElement>('main.desk');
let entered = false;

export function isCovering(): boolean {
  return narrow.matches && Boolean(desk?.classList.contains('is-open'));
}

/** The address names the chosen comment; it covers the screen where that was meant, or where one does already. */
export function coverWith(id: string, open: boolean): void {
  const address = addressOf(id);
  if (narrow.matches && open && !isCovering()) {
    desk?.classList.add('is-open');
    history.pushState({ here: id }, '', address);
    entered = true;
    somethingMoved();
  } else if (!narrow.matches || isCovering()) {
    history.replaceState({ here: id }, '', address);
  }
}

export function closeCover(): void {
  if (!isCovering()) return;
  if (entered) history.back();
  else uncover();
}

/** A page that was opened at a comment shows it over the list, which Back leads to. */
export function coverFromAddress(): string | undefined {
  const id = new URLSearchParams(location.search).get('here') ?? undefined;
  if (!id || !narrow.matches) return id;
  history.replaceState(null, '', addressOf());
  coverWith(id, true);
  return id;
}

export function listenToBack(choose: (id: string) => void): void {
  addEventListener('popstate', () => {
    const id = history.state?.here;
    if (id) choose(id);
    else uncover();
  });
}

function uncover(): void {
  entered = false;
  desk?.classList.remove('is-open');
  history.replaceState(null, '', addressOf());
}

function addressOf(id?: string): string {
  const query = new URLSearchParams(list.dataset.filter);
  const cursor = new URLSearchParams(location.search).get('cursor');
  if (cursor) query.set('cursor', cursor);
  if (id) query.set('here', id);
  return `${home}moderation?${query}`;
}
