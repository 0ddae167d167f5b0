// What this device has sent: its receipts, and the words of what waits, for their author alone.
import { home } from '../../home.ts';
import { keep } from '../kept.ts';
import { copyOf, one, root } from '../page.ts';
import { say } from '../say.ts';
import { showTime } from '../times.ts';
import { type Kept, key, type Own, readOwn } from './own-kept.ts';

const most = 50;

/** Keeps a comment that was just sent; the oldest goes where there are many. */
export function keepOwn(own: Own): void {
  const { article = '' } = root.dataset;
  const kept = readOwn().filter(({ id }) => id !== own.id);
  keep(key, [{ ...own, article, title: document.title }, ...kept].slice(0, most));
  showPanel();
}

/** What waits stands in its place, for its author; and a way to all that this device has sent on the site. */
export function showOwn(): void {
  for (const own of readOwn()) {
    if (own.article === root.dataset.article && own.state === 'pending') place(own);
  }
  showPanel();
  const waiting = readOwn().filter(
    ({ state, article }) => state === 'pending' && article === root.dataset.article,
  );
  if (waiting.length > 0) refresh(waiting).catch(() => undefined);
}

function showPanel(): void {
  const panel = one<HTMLDetailsElement>('#own');
  const { length } = readOwn();
  panel.hidden = length === 0;
  one('.n', panel).textContent = length > 0 ? `(${length})` : '';
  panel.ontoggle = () => {
    if (panel.open) fillPanel().catch(() => undefined);
  };
}

function place(own: Kept): void {
  if (document.querySelector(`[data-id="${CSS.escape(own.id)}"]`)) return;
  const item = itemOf(own);
  if (!item) return;
  const parent = own.parentId && document.getElementById(`c-${own.parentId}`)?.closest('.thread > li');
  if (parent) branchIn(parent).append(item);
  else if (!own.parentId) one('.thread').prepend(item);
  document.querySelector('.none')?.remove();
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

function itemOf(own: Kept): HTMLElement | null {
  const comment = copyOf('own-comment');
  if (!comment) return null;
  comment.dataset.id = own.id;
  one('bdi', comment).textContent = own.author;
  one('.avatar', comment).textContent =
    own.author.trim().split(/\s+/).at(-1)?.slice(0, 1).toUpperCase() ?? '';
  one('.typed', comment).textContent = own.body;
  showTime(one('time', comment), own.createdAt);
  const [follow, withdraw] = comment.querySelectorAll('a');
  follow?.setAttribute('href', receiptAddress(own));
  withdraw?.setAttribute('href', `${receiptAddress(own)}/withdraw`);
  const item = document.createElement('li');
  item.append(comment);
  return item;
}

function receiptAddress({ receipt }: Kept): string {
  return `${home}receipts/${encodeURIComponent(receipt)}`;
}

/** What became of them, in the order of the receipts; one that the service does not know any more is forgotten. */
async function refresh(asked: readonly Kept[]): Promise<void> {
  const answer = await fetch(`${home}api/v1/sites/${root.dataset.site}/receipts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ receipts: asked.map(({ receipt }) => receipt) }),
  });
  if (!answer.ok) return;
  const { comments }: { comments: (Own & { article: { title: string } })[] } = await answer.json();
  const found = new Map(comments.map((comment) => [comment.id, comment]));
  const gone = new Set(asked.filter(({ id }) => !found.has(id)).map(({ id }) => id));
  const now = readOwn().flatMap((own) => {
    if (gone.has(own.id)) return [];
    const { state = own.state, body = own.body } = found.get(own.id) ?? {};
    return [{ ...own, state, body: state === 'withdrawn' ? '' : body }];
  });
  keep(key, now);
  for (const { id, state } of now)
    if (state !== 'pending')
      document
        .querySelector(`[data-id="${CSS.escape(id)}"]`)
        ?.closest('li')
        ?.remove();
  showPanel();
}

async function fillPanel(): Promise<void> {
  await refresh(readOwn()).catch(() => undefined);
  one('ol', one('#own')).replaceChildren(...readOwn().map(rowOf));
}

function rowOf(own: Kept): HTMLElement {
  const { body, title, state, createdAt } = own;
  const row = document.createElement('li');
  const head = document.createElement('p');
  const time = document.createElement('time');
  const link = document.createElement('a');
  const text = document.createElement('p');
  showTime(time, createdAt);
  link.href = receiptAddress(own);
  link.target = '_blank';
  link.rel = 'noopener';
  link.textContent = say(state);
  head.className = 'hint';
  head.append(link, ' · ', time, ` · ${title}`);
  text.textContent = body;
  row.append(text, head);
  return row;
}

export function forgetOwn(): void {
  keep(key, undefined);
  showPanel();
  for (const own of document.querySelectorAll('[data-id]')) own.closest('li')?.remove();
}
