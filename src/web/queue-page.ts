import { html } from 'hono/html';
import type { State } from '../comments/comment.ts';
import { deskLayout } from './desk-layout.ts';
import { type DeskWording, deskWording } from './desk-wording.ts';
import type { Html } from './layout.ts';
import { queueAddress } from './queue-address.ts';
import { queueCard } from './queue-card.ts';
import { queueFilter } from './queue-filter.ts';
import { conflictNotice, decidedNotice } from './queue-notices.ts';
import { formatNumber } from './time.ts';
import type { QueueView } from './views.ts';

const tabs: readonly State[] = ['pending', 'published', 'rejected', 'spam'];

/** The desk: comments in one state, and what can be decided about them. */
export function queuePage(view: QueueView): Html {
  const { moderator, query } = view;
  const words = deskWording[moderator.language];
  return deskLayout({
    moderator,
    section: 'queue',
    title: words.queue,
    body: html`${view.decided && decidedNotice(view.decided, view, words)}
${view.conflicts.length > 0 && conflictNotice(view.conflicts, words, moderator)}
<nav class="tabs" aria-label="${words.queue}">${tabs.map((state) => tab(state, view, words))}</nav>
${queueFilter(view, words)}
${view.comments.length > 0 ? list(view, words) : html`<p class="empty">${words.empty[query.state]}</p>`}
${view.nextCursor && html`<p><a class="button" rel="next" href="${queueAddress(query, view.nextCursor)}">${words.next}</a></p>`}`,
  });
}

function tab(state: State, { query, counts, moderator }: QueueView, words: DeskWording): Html {
  const address = queueAddress({
    site: query.site,
    state,
    sort: 'oldest',
    rule: null,
    article: null,
    q: null,
  });
  return html`<a class="target" href="${address}"${query.state === state && html` aria-current="page"`}>${words.states[state]}
<span class="count">${formatNumber(counts[state], moderator.language)}</span></a>`;
}

function list(view: QueueView, words: DeskWording): Html {
  return html`<ol class="cards">
${view.comments.map((comment) => html`<li>${queueCard(comment, view, words)}</li>\n`)}</ol>`;
}
