import { home } from '../../../home.ts';
import { keep } from '../../kept.ts';
import { root } from '../../page.ts';
import { ask } from '../../request.ts';
import { key, type Mine, type Own, readOwn } from './kept.ts';

interface Answered extends Omit<Own, 'createdAt'> {
  article: { key: string; title: string };
  createdAt: string;
}

const ofSite = `${home}api/v1/sites/${root.dataset.site}`;

/** What the known reader has sent on the site, the newest first. */
export async function listKnown(): Promise<Mine[]> {
  const answer = await ask(`${ofSite}/own?limit=50`);
  if (!answer.ok) return [];
  const { comments }: { comments: Answered[] } = await answer.json();
  return comments.map(({ article, createdAt, ...own }) => ({
    ...own,
    isKnown: true,
    createdAt: Date.parse(createdAt),
    article: article.key,
    title: article.title,
  }));
}

/** What became of what this device has receipts of; one that the service does not know any more is forgotten. */
export async function refreshKept(asked: readonly Mine[]): Promise<void> {
  if (asked.length === 0) return;
  const answer = await ask(`${ofSite}/receipts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ receipts: asked.map(({ receipt }) => receipt) }),
  });
  if (!answer.ok) return;
  const { comments }: { comments: Own[] } = await answer.json();
  const found = new Map(comments.map((comment) => [comment.id, comment]));
  const gone = new Set(asked.filter(({ id }) => !found.has(id)).map(({ id }) => id));
  const now = readOwn().flatMap((own) => {
    if (gone.has(own.id)) return [];
    const { state = own.state, body = own.body } = found.get(own.id) ?? {};
    return [{ ...own, state, body: state === 'withdrawn' ? '' : body }];
  });
  keep(key, now);
}
