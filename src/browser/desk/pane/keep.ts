// The comments of the list as the pane shows them: those around the chosen one are there before they are asked for.
import { home } from '../../home.ts';
import { here, isOpen, list, nameOf, rowOf, rows, tickOf } from '../list/rows.ts';
import { takePlace } from './typed.ts';

export const pane = document.querySelector<HTMLElement>('#pane');

/** So many does the service give at once. */
const mostAtOnce = 10;
const mostAhead = 18;
const few = 5;
let ahead = 9;
const articles = new Map<string, HTMLElement>();
const asked = new Map<string, Promise<void>>();

/** The comment of a row, where it is there. */
export function kept(row: HTMLElement): HTMLElement | undefined {
  return articles.get(row.dataset.id ?? '');
}

export function keep(article: HTMLElement): void {
  articles.set(article.dataset.id ?? '', article);
}

/** Fetches what comes next, and the one before, in few requests; more of it once somebody is on the way. */
export function keepAhead(): void {
  const all = rows();
  const row = here();
  const at = row ? all.indexOf(row) : 0;
  const around = [...all.slice(at + 1, at + 1 + ahead), ...all.slice(Math.max(at - 1, 0), at)];
  const missing = around.filter((one) => !kept(one) && !asked.has(nameOf(one)));
  const ends = at + ahead >= all.length - 1;
  if (missing.length < few && !ends) return;
  ahead = mostAhead;
  for (let from = 0; from < missing.length; from += mostAtOnce)
    fetchPanes(missing.slice(from, from + mostAtOnce));
}

/** Resolves once the row's comment is there, or cannot be had. */
export async function fetchPane(row: HTMLElement): Promise<HTMLElement | undefined> {
  if (!kept(row)) await (asked.get(nameOf(row)) ?? fetchPanes([row]));
  return kept(row);
}

function fetchPanes(wanted: readonly HTMLElement[]): Promise<void> {
  const names = wanted.map(nameOf);
  const answer = read(wanted.map(({ dataset }) => dataset.id ?? '')).finally(() => {
    for (const name of names) asked.delete(name);
  });
  for (const name of names) asked.set(name, answer);
  return answer;
}

async function read(ids: readonly string[]): Promise<void> {
  for (const article of await askPanes(ids)) {
    if (articles.has(article.dataset.id ?? '')) continue;
    keep(article);
    const row = rowOf(article.dataset.id);
    if (row && isOpen(row)) nameAsShown(row, article);
  }
}

/** Shows a comment as it is by now, with what was typed about it. */
export async function renew(row: HTMLElement): Promise<void> {
  const before = kept(row);
  const [after] = await askPanes([row.dataset.id ?? '']);
  if (!after) return;
  keep(after);
  nameAsShown(row, after);
  if (before) takePlace(before, after);
}

/** What is decided is what is shown: a row whose words changed meanwhile means the words that came now. */
function nameAsShown(row: HTMLElement, { dataset }: HTMLElement): void {
  if (row.dataset.state !== dataset.state || !dataset.version) return;
  row.dataset.version = dataset.version;
  const tick = tickOf(row);
  if (tick) tick.value = nameOf(row);
}

/** The comments as they stand by now; none where they cannot be had. */
export async function askPanes(ids: readonly string[]): Promise<HTMLElement[]> {
  const query = new URLSearchParams(list.dataset.filter);
  query.set('ids', ids.join(','));
  try {
    const answer = await fetch(`${home}moderation/panes?${query}`, { headers: { accept: 'text/html' } });
    if (!answer.ok || answer.redirected) return [];
    return articlesIn(await answer.text());
  } catch {
    return [];
  }
}

export function articlesIn(html: string): HTMLElement[] {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  return [...parsed.querySelectorAll<HTMLElement>('article.whole-one')].map((article) =>
    document.adoptNode(article),
  );
}
