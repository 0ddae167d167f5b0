// The list goes on by itself: what comes after its page is appended before it is reached.
import { home } from '../../home.ts';
import { list, rowOf, rows } from './rows.ts';

const enough = 12;
let asking = false;

/** Appends the next page where few rows are left after this one. */
export async function growAfter(row: HTMLElement | undefined): Promise<void> {
  const all = rows();
  const left = all.length - 1 - (row ? all.indexOf(row) : 0);
  const link = list.querySelector<HTMLAnchorElement>('.after [rel=next]');
  if (asking || !link || left >= enough) return;
  asking = true;
  const page = await readPage(link.href);
  asking = false;
  if (page) append(page);
}

/** Whether more of the list is to come. */
export function hasMore(): boolean {
  return list.querySelector('.after [rel=next]') !== null;
}

function append(page: Document): void {
  const more = page.querySelector<HTMLElement>('#queue');
  const after = list.querySelector('.after');
  for (const row of rowsIn(page)) {
    row.classList.remove('is-here');
    row.querySelector('[aria-current]')?.removeAttribute('aria-current');
    if (!rowOf(row.dataset.id)) after?.before(row);
  }
  const next = page.querySelector('#queue .after [rel=next]');
  if (next) after?.querySelector('[rel=next]')?.replaceWith(document.adoptNode(next));
  else after?.remove();
  if (!next && more?.dataset.since) list.dataset.since = more.dataset.since;
}

export function rowsIn(page: Document): HTMLElement[] {
  return [...page.querySelectorAll<HTMLElement>('#queue .row[data-id]')].map((row) =>
    document.adoptNode(row),
  );
}

/** The page of the list on which a comment stands, as it is by now. */
export function readListWith(id: string): Promise<Document | undefined> {
  const query = new URLSearchParams(list.dataset.filter);
  query.set('here', id);
  return readPage(`${home}moderation?${query}`);
}

async function readPage(address: string): Promise<Document | undefined> {
  try {
    const answer = await fetch(address, { headers: { accept: 'text/html' } });
    if (!answer.ok || answer.redirected) return undefined;
    return new DOMParser().parseFromString(await answer.text(), 'text/html');
  } catch {
    return undefined;
  }
}
