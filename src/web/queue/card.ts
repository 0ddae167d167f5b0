import { html } from 'hono/html';
import type { QueuedComment } from '../../comments/comment.ts';
import { renderMarked } from '../body.ts';
import type { DeskWording } from '../desk/wording.ts';
import { formatWait } from '../duration.ts';
import type { Html } from '../layout.ts';
import { renderTime } from '../time.ts';
import type { QueueContext } from '../views.ts';
import { queueParameters } from './address.ts';
import { cardContext } from './card-context.ts';
import { decisionForm, mayDecide } from './decision-form.ts';
import { findingsOf } from './findings.ts';
import { marksOf, newsroomTools } from './newsroom/tools.ts';

/** One comment with everything a moderator needs to decide about it. */
export function queueCard(comment: QueuedComment, view: QueueContext, words: DeskWording): Html {
  const { id, author, version, state } = comment;
  return html`<article class="card" id="c-${id}" tabindex="-1" aria-labelledby="author-${id}"
 data-id="${id}" data-version="${version}" data-state="${state}">
<header>
<h2 id="author-${id}"><label class="target">${mayDecide(comment) && checkbox(comment, words)} <bdi>${author}</bdi></label>${marksOf(comment, view)}</h2>
<p class="risk">${riskText(comment, words)}</p>
<p class="quiet">${standing(comment, view, words)}, ${words.on} ${articleName(comment, view, words)}
<a href="/moderation/comments/${id}?${queueParameters(view.asked)}" data-open>${state === 'pending' ? words.edit : words.open}</a></p>
<p class="badge" data-claim>${claimText(comment, view, words)}</p>
</header>
${cardBody(comment, view, words)}
${newsroomTools(comment, view)}
<p class="gone" data-gone></p>
${mayDecide(comment) && decisionForm(comment, view, words)}
</article>`;
}

/** What the comment says, why it was held, and what else is known. */
export function cardBody(comment: QueuedComment, view: QueueContext, words: DeskWording): Html {
  return html`${comment.parent && parent(comment.parent, words)}
<p class="body typed" dir="auto">${comment.edited ? renderMarked(comment.body, []) : renderMarked(comment.body, comment.findings)}</p>
${findingsOf(comment, view.moderator.language, words)}
${cardContext(comment, view, words)}`;
}

function checkbox({ id, version, author }: QueuedComment, words: DeskWording): Html {
  return html`<input type="checkbox" form="bulk" name="comment" value="${id}:${version}" aria-label="${words.select(author)}">`;
}

function standing(
  { state, createdAt }: QueuedComment,
  { moderator, now }: QueueContext,
  words: DeskWording,
): Html {
  const { language } = moderator;
  const waits = state === 'pending' && html`, ${words.waiting} ${formatWait(now - createdAt, language)}`;
  return html`${renderTime(createdAt, language)}${waits}`;
}

function claimText(
  { claimedBy }: QueuedComment,
  { moderator, now }: QueueContext,
  words: DeskWording,
): string {
  const others = claimedBy && claimedBy.until > now && claimedBy.id !== moderator.id;
  return others ? words.claimed(claimedBy.name) : '';
}

function parent({ author, body }: NonNullable<QueuedComment['parent']>, words: DeskWording): Html {
  if (author === '' && body === '')
    return html`<p class="quiet">${words.replyTo}: ${words.commentErased}</p>`;
  return html`<blockquote class="parent"><p class="quiet">${words.replyTo} <bdi>${author}</bdi></p>
<p class="typed" dir="auto">${renderMarked(body, [])}</p></blockquote>`;
}

export function articleName(
  { site, article, articleAsSent }: QueuedComment,
  { sites }: QueueContext,
  words: DeskWording,
): Html {
  const owner = sites.find((one) => one.id === site);
  const title = article.title || article.key || words.untitled;
  const linked = isOf(owner?.origins ?? [], article.url);
  return html`${linked ? html`<a href="${article.url}" target="_blank" rel="noopener">${title}</a>` : html`<span>${title}</span>`}${sites.length > 1 && html` (${owner?.name ?? site})`}${articleAsSent?.title && titleAsSent(article, articleAsSent, words)}`;
}

/** The sender's word, which nobody has confirmed by publishing it. */
function titleAsSent(
  { title }: QueuedComment['article'],
  sent: NonNullable<QueuedComment['articleAsSent']>,
  words: DeskWording,
): Html {
  if (title === sent.title) return html` (${words.titledBySender})`;
  return html` (${words.otherTitle}: <q>${sent.title}</q>)`;
}

/** Articles are named by strangers, so only addresses of the site itself are worth a link. */
function isOf(origins: readonly string[], address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, origin } = new URL(address);
  return ['http:', 'https:'].includes(protocol) && origins.includes(origin);
}

export function riskText({ risk, badge }: QueuedComment, words: DeskWording): string {
  if (badge === 'newsroom') return '';
  const level = risk < 0.3 ? 'low' : risk < 0.7 ? 'middle' : 'high';
  return `${words.risk} ${Math.min(99, Math.round(risk * 100))}% (${words.risks[level]})`;
}
