import { html } from 'hono/html';
import type { QueuedComment } from '../../../comments/comment.ts';
import type { Html } from '../../layout.ts';
import type { PaneContext } from '../../views.ts';
import { carriedOf, hiddenFields } from '../sender/fields.ts';
import { type ArticleWording, articleWording } from './article-wording.ts';

const moderations = ['site', 'hold-all', 'publish-clean', 'publish-trusted'] as const;

/** Among what else may be done from a comment: to close its article, and to moderate that in a way of its own. */
export function articleChoices(comment: QueuedComment, view: PaneContext): Html {
  const words = articleWording[view.moderator.language];
  const { open } = comment.article;
  const at = new URLSearchParams({ site: comment.site, key: comment.article.key });
  return html`<details class="asks"><summary>${open ? words.close : words.reopen}</summary>
${form(
  comment,
  view,
  html`<p>${nameOf(comment)}</p><p class="hint">${open ? words.closeHint : words.reopenHint}</p>
<button class="act${open ? ' bad' : ''}" name="open" value="${open ? 'no' : 'yes'}">${open ? words.closeNow : words.reopenNow}</button>`,
)}</details>
<details class="asks"><summary>${words.moderate}</summary>
${form(
  comment,
  view,
  html`<p>${nameOf(comment)}</p><p class="hint">${words.now}: ${standing(comment, view, words)}.</p>
${moderations.filter((one) => one !== (comment.article.moderation ?? 'site')).map((one) => html`<button class="act" name="moderation" value="${one}">${words.moderations[one]}</button> `)}`,
)}</details>
<a href="/moderation/articles/at?${at}">${words.page}</a>`;
}

function form({ id }: QueuedComment, view: PaneContext, inside: Html): Html {
  return html`<form class="sub" method="post" action="/moderation/comments/${id}/article">${hiddenFields(carriedOf(view, id))}${inside}</form>`;
}

/** Which article it is, so that nobody closes another. */
function nameOf({ article }: QueuedComment): Html {
  return html`<b>${article.title || article.key}</b>`;
}

function standing({ article, site }: QueuedComment, { sites }: PaneContext, words: ArticleWording): string {
  if (article.moderation !== null) return words.moderations[article.moderation];
  const own = sites.find(({ id }) => id === site)?.moderation;
  return own ? `${words.moderations.site} (${words.moderations[own]})` : words.moderations.site;
}
