import { html } from 'hono/html';
import { deskLayout } from '../desk/desk-layout.ts';
import { type DeskWording, deskWording } from '../desk/wording.ts';
import type { Html } from '../layout.ts';
import type { QueueView } from '../views.ts';
import { type Asked, queueAddress, queueParameters } from './address.ts';
import { appealsWording } from './appeals-wording.ts';
import { bulkBar } from './bulk-bar.ts';
import { queueCard } from './card.ts';
import { helpDialog } from './help-dialog.ts';
import { lastBar } from './last-bar.ts';
import { actNotice } from './newsroom/act-notice.ts';
import { conflictNotice, decidedNotice } from './notices.ts';
import { queueFilter } from './queue-filter.ts';
import { reasonList } from './reason-list.ts';
import { tabsOf } from './tabs.ts';

/** The desk: comments of one tab, and what can be decided about them. */
export function queuePage(view: QueueView): Html {
  const { moderator, asked, tab, comments } = view;
  const words = deskWording[moderator.language];
  return deskLayout({
    moderator,
    section: 'queue',
    title: words.queue,
    body: html`${view.decided && decidedNotice(view.decided, view, words)}
${view.told && actNotice(view.told, view, words, 'queue')}
${view.conflicts.length > 0 && conflictNotice(view.conflicts, words, moderator)}
${tabsOf(view, words)}
${queueFilter(view, words)}
${tab === 'pending' && comments.length > 0 && nextForm(asked, words)}
${tab === 'apart' && html`<p class="hint">${words.apartHint}</p>`}
<p><a class="button" id="newer" href="${queueAddress(asked)}" hidden></a></p>
${comments.length > 0 ? list(view, words) : html`<p class="empty">${emptyText(view, words)}</p>`}
${view.nextCursor && html`<p><a class="button" rel="next" href="${queueAddress(asked, view.nextCursor)}">${words.next}</a></p>`}
${view.sites.map(reasonList)}
${view.keys && helpDialog(view.keys, words)}
${lastBar(view, words)}`,
  });
}

function emptyText({ tab, moderator }: QueueView, words: DeskWording): string {
  if (tab === 'appeals') return appealsWording[moderator.language].none;
  if (tab === 'apart') return words.noneApart;
  return tab === 'reported' ? words.noReported : words.empty[tab];
}

/** One comment at a time, each for one moderator. */
function nextForm(asked: Asked, words: DeskWording): Html {
  return html`<form class="row next" method="post" action="/moderation/next">
<input type="hidden" name="back" value="${queueParameters(asked)}">
<button class="button">${words.nextOne}</button> <span class="hint">${words.nextHint}</span></form>`;
}

function list(view: QueueView, words: DeskWording): Html {
  const { tab, moderator, now, asked } = view;
  return html`${bulkBar(view, words)}
<ol class="cards" id="queue" data-tab="${tab}" data-since="${new Date(now).toISOString()}"
 data-filter="${queueParameters(asked)}" data-language="${moderator.language}">
${view.comments.map((comment) => html`<li>${queueCard(comment, view, words)}</li>\n`)}</ol>`;
}
