import { html } from 'hono/html';
import type { QueuedComment } from '../../../comments/comment.ts';
import type { DeskWording } from '../../desk/wording.ts';
import type { Html } from '../../layout.ts';
import type { PaneContext } from '../../views.ts';

/** What the comment is about, linked: to the article where it is on the site itself, else to its page at the desk. */
export function articleName(
  { site, article, articleAsSent }: QueuedComment,
  { sites }: PaneContext,
  words: DeskWording,
): Html {
  const owner = sites.find((one) => one.id === site);
  const title = article.title || article.key || words.untitled;
  const at = new URLSearchParams({ site, key: article.key });
  const link = isOf(owner?.origins ?? [], article.url)
    ? html`<a data-article href="${article.url}" target="_blank" rel="noopener">${title}</a>`
    : html`<a data-article href="/moderation/articles/at?${at}">${title}</a>`;
  return html`${link}${sites.length > 1 && html` <span class="hint">${owner?.name ?? site}</span>`}${articleAsSent?.title && titleAsSent(article, articleAsSent, words)}
<span class="state ${article.open ? 'open' : 'shut'}">${article.open ? words.articleOpen : words.articleClosed}</span>`;
}

/** The sender's word, which nobody has confirmed by publishing it. */
function titleAsSent(
  { title }: QueuedComment['article'],
  sent: NonNullable<QueuedComment['articleAsSent']>,
  words: DeskWording,
): Html {
  if (title === sent.title) return html` <span class="hint">(${words.titledBySender})</span>`;
  return html` <span class="hint">(${words.otherTitle}: <q>${sent.title}</q>)</span>`;
}

/** Articles are named by strangers, so only addresses of the site itself are worth a link. */
function isOf(origins: readonly string[], address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, origin } = new URL(address);
  return ['http:', 'https:'].includes(protocol) && origins.includes(origin);
}
