import { html } from 'hono/html';
import type { Language } from '../../../language/language.ts';
import type { Moderator } from '../../../moderators/moderator.ts';
import type { Site } from '../../../sites/site.ts';
import type { StoredChannel } from '../../../store/notices/channels.ts';
import type { KeptDelivery } from '../../../store/notices/kept-deliveries.ts';
import type { Html } from '../../layout.ts';
import { formatNumber, renderTime } from '../../time.ts';
import { ownerLayout } from '../navigation.ts';
import { pathOf } from './channels-page.ts';
import { type ChannelWording, channelWording } from './wording.ts';

export interface DeliveriesView {
  moderator: Moderator;
  site: Site;
  channel: StoredChannel;
  deliveries: readonly KeptDelivery[];
  nextCursor: string | null;
}

/** What a channel was told, and what waits or failed. */
export function deliveriesPage({ moderator, site, channel, deliveries, nextCursor }: DeliveriesView): Html {
  const { language } = moderator;
  const words = channelWording[language];
  const path = `${pathOf(site)}/${channel.id}`;
  return ownerLayout({
    moderator,
    part: 'sites',
    help: 'notices',
    title: `${words.deliveries}: ${words.kinds[channel.kind]}`,
    body: html`<p class="quiet"><a class="target" href="${pathOf(site)}">${words.back}</a> · <code>${channel.shown}</code></p>
${deliveries.length === 0 && html`<p class="empty">${words.noDeliveries}</p>`}
<ol class="stack">${deliveries.map((delivery) => html`<li class="card">${row(delivery, path, language, words)}</li>\n`)}</ol>
${nextCursor && html`<p><a class="button" rel="next" href="${path}?cursor=${encodeURIComponent(nextCursor)}">${words.next}</a></p>`}`,
  });
}

function row(delivery: KeptDelivery, path: string, language: Language, words: ChannelWording): Html {
  const { id, kind, comment, status, tries, createdAt, dueAt, answer } = delivery;
  const name = words.eventNames[kind];
  const said = answer === null ? '' : (words.answers[answer] ?? words.answered(answer));
  return html`<p>${comment ? html`<a class="target" href="/moderation/comments/${comment}">${name}</a>` : name}
 · ${renderTime(createdAt, language)} · <b>${words.statuses[status]}</b>${tries > 0 && html` · ${words.tries(formatNumber(tries, language))}`}${said && html` · ${said}`}${dueAt !== null && dueAt > createdAt && html` · ${words.again} ${renderTime(dueAt, language)}`}</p>
<div class="row"><code>${id}</code>
${(status === 'failed' || status === 'dropped') && html`<form method="post" action="${path}"><input type="hidden" name="delivery" value="${id}"><button class="button" name="do" value="resend">${words.sendAgain}</button></form>`}</div>`;
}
