// What happens to the queue meanwhile: new comments are announced, never pushed in; decided ones turn grey.
import { home } from '../home.ts';
import { cards, list, markGone } from './cards.ts';
import { say } from './words.ts';

interface Standing {
  id: string;
  version: number;
  state: string;
  decidedBy: string | null;
  claimedBy: string | null;
}

interface Changes {
  newer: number;
  counts: Record<string, number>;
  apart: number;
  reported: number;
  comments: Standing[];
}

const everyMs = 8000;
let etag = '';

export function keepLive(): void {
  if (list.children.length === 0) return;
  setInterval(() => document.visibilityState === 'visible' && refresh(), everyMs);
}

/** Asks once, and shows what changed. */
export async function refresh(): Promise<void> {
  const query = new URLSearchParams(list.dataset.filter);
  query.delete('sort');
  query.set('since', list.dataset.since ?? '');
  query.set(
    'ids',
    cards()
      .map(({ dataset }) => dataset.id)
      .join(','),
  );
  try {
    const answer = await fetch(`${home}api/v1/queue/changes?${query}`, {
      headers: { 'if-none-match': etag },
    });
    if (answer.status !== 200) return;
    etag = answer.headers.get('etag') ?? '';
    show(await answer.json());
  } catch {
    // Without a connection the page stays as it is; the next round asks again.
  }
}

function show({ newer, counts, apart, reported, comments }: Changes): void {
  for (const [tab, count] of Object.entries({ ...counts, apart, reported })) {
    const place = document.querySelector(`[data-count=${tab}]`);
    if (place) place.textContent = count.toLocaleString(document.documentElement.lang);
  }
  const link = document.querySelector<HTMLAnchorElement>('#newer');
  if (link) {
    link.hidden = newer === 0;
    link.textContent = say('newer', { n: newer });
  }
  for (const standing of comments) showStanding(standing);
}

function showStanding(standing: Standing): void {
  const card = document.getElementById(`c-${standing.id}`);
  if (!card || card.getAttribute('aria-busy')) return;
  if (Number(card.dataset.version) !== standing.version) markGone(card, standing);
  else showClaim(card, standing);
}

function showClaim(card: HTMLElement, { claimedBy }: Standing): void {
  const badge = card.querySelector('[data-claim]');
  if (badge) badge.textContent = claimedBy ? say('claimed', { who: claimedBy }) : '';
}
