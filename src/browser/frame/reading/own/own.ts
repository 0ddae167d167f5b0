// What its reader has sent: by the receipts that this device keeps, and what the service knows of a reader whom it knows.
import { keep } from '../../kept.ts';
import { isKnown, one, root } from '../../page.ts';
import { say } from '../../say.ts';
import { placeInThread, takeFromThread } from './in-thread.ts';
import { key, type Mine, type Own, readOwn } from './kept.ts';
import { listKnown, refreshKept } from './lists.ts';
import { rowOf, whatIsSaid } from './row.ts';

const most = 50;

/** Of the reader whom the host page names, from all their devices. */
let known: Mine[] = [];

/** Keeps a comment that was just sent, the oldest goes where there are many; of a known reader the service does. */
export function keepOwn(own: Own): void {
  const { article = '' } = root.dataset;
  const sent: Mine = { ...own, article, title: document.title };
  const others = (all: readonly Mine[]) => all.filter(({ id }) => id !== own.id);
  if (isKnown()) known = [{ ...sent, isKnown: true }, ...others(known)];
  else keep(key, [sent, ...others(readOwn())].slice(0, most));
  showPanel();
}

/** What waits stands in its place, for its author; and a way to all that they have sent on the site. */
export function showOwn(): void {
  for (const own of waitingHere(mine()).reverse()) placeInThread(own);
  showPanel();
  const waiting = waitingHere(readOwn());
  if (waiting.length > 0) refreshKept(waiting).then(showStates, () => undefined);
}

/** Another reader is shown what they have sent, and nothing of who was before. */
export async function showOwnOfReader(): Promise<void> {
  for (const { id } of known) takeFromThread(id);
  known = [];
  showOwn();
  if (isKnown()) await refreshKnown();
}

/** Takes note of a comment that was withdrawn just now. */
export function noteWithdrawn(id: string): void {
  known = known.map((one) => (one.id === id ? { ...one, state: 'withdrawn', body: '' } : one));
  showStates();
  fillPanel();
}

export function forgetOwn(): void {
  for (const { id } of readOwn()) takeFromThread(id);
  keep(key, undefined);
  showPanel();
  fillPanel();
}

/** Each once: who is known now may have sent it as a stranger, and the other way round. */
function mine(): Mine[] {
  const ids = new Set(known.map(({ id }) => id));
  const all = [...known, ...readOwn().filter(({ id }) => !ids.has(id))];
  return all.sort((one, other) => other.createdAt - one.createdAt);
}

function waitingHere(all: readonly Mine[]): Mine[] {
  return all.filter(({ state, article }) => state === 'pending' && article === root.dataset.article);
}

function showPanel(): void {
  const panel = one<HTMLDetailsElement>('#own');
  const { length } = mine();
  panel.hidden = length === 0;
  one('.n', panel).textContent = length > 0 ? `(${length})` : '';
  const hint = one('.hint', panel);
  hint.dataset.first ??= hint.textContent ?? '';
  hint.textContent = isKnown() ? say('ownKnown') : hint.dataset.first;
  one('[data-do=forget]', panel).hidden = readOwn().length === 0;
  panel.ontoggle = () => {
    if (panel.open) refreshAll();
  };
}

async function refreshAll(): Promise<void> {
  fillPanel();
  await Promise.allSettled([refreshKept(readOwn()), isKnown() && refreshKnown()]);
  showStates();
  fillPanel();
}

async function refreshKnown(): Promise<void> {
  const found = await listKnown();
  if (!isKnown()) return;
  known = found;
  showOwn();
}

/** What waits no more does not stand where it waited. */
function showStates(): void {
  for (const { id, state } of mine()) if (state !== 'pending') takeFromThread(id);
  showPanel();
}

/** A row that says the same stays: who is about to answer a question in it is not interrupted. */
function fillPanel(): void {
  const list = one('ol', one('#own'));
  const shown = new Map([...list.querySelectorAll('li')].map((row) => [row.dataset.says, row]));
  const rows = mine().map((own) => shown.get(whatIsSaid(own)) ?? rowOf(own));
  const focused = document.activeElement;
  list.replaceChildren(...rows);
  if (focused instanceof HTMLElement && list.contains(focused)) focused.focus();
}
