// What happens to the queue meanwhile: new comments are announced, never pushed in; decided ones turn grey.
import { cards, list, markGone, say } from './queue-cards.js';

const everyMs = 8000;
const claimAfterMs = 400;
let etag = '';

export function keepLive() {
  if (list.children.length === 0) return;
  setInterval(() => document.visibilityState === 'visible' && refresh(), everyMs);
  list.addEventListener('focusin', claimSoon);
}

/** Asks once, and shows what changed. */
export async function refresh() {
  const ids = cards().map(({ dataset }) => dataset.id);
  const query = new URLSearchParams(list.dataset.filter);
  query.delete('sort');
  query.set('since', list.dataset.since ?? '');
  query.set('ids', ids.join(','));
  try {
    const answer = await fetch(`/api/v1/queue/changes?${query}`, { headers: { 'if-none-match': etag } });
    if (answer.status !== 200) return;
    etag = answer.headers.get('etag') ?? '';
    show(await answer.json());
  } catch {
    // Without a connection the page stays as it is; the next round asks again.
  }
}

/** @param {{ newer: number, counts: Record<string, number>, reported: number, comments: any[] }} changes */
function show({ newer, counts, reported, comments }) {
  for (const [tab, count] of Object.entries({ ...counts, reported })) {
    const place = document.querySelector(`[data-count=${tab}]`);
    if (place) place.textContent = count.toLocaleString(document.documentElement.lang);
  }
  const link = document.getElementById('newer');
  if (link) {
    link.hidden = newer === 0;
    link.textContent = say('newer', { n: newer });
  }
  for (const standing of comments) showStanding(standing);
}

/** @param {any} standing */
function showStanding(standing) {
  const card = document.getElementById(`c-${standing.id}`);
  if (!card || card.getAttribute('aria-busy')) return;
  if (Number(card.dataset.version) !== standing.version) return markGone(card, standing);
  const badge = card.querySelector('[data-claim]');
  if (badge) badge.textContent = standing.claimedBy ? say('claimed', { who: standing.claimedBy }) : '';
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let claiming;

/** A card that has the focus for a moment is one that its moderator looks at. @param {FocusEvent} event */
function claimSoon({ target }) {
  const card = target instanceof Element ? target.closest('.card') : null;
  clearTimeout(claiming);
  if (!(card instanceof HTMLElement)) return;
  claiming = setTimeout(() => {
    fetch(`/api/v1/claims/${card.dataset.id}`, { method: 'PUT' }).catch(() => undefined);
  }, claimAfterMs);
}
