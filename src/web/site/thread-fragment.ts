import { html } from 'hono/html';
import type { PublicArticle } from '../../articles/article.ts';
import type { Branch } from '../../comments/branches.ts';
import type { PublicComment } from '../../comments/comment.ts';
import type { Site } from '../../sites/site.ts';
import { renderBody } from '../body.ts';
import type { Html } from '../layout.ts';
import { formatNumber, formatTime } from '../time.ts';
import { fragmentWording } from './fragment-wording.ts';

export interface ThreadFragmentView {
  site: Site;
  article: PublicArticle;
  branches: readonly Branch[];
}

/**
 * The comments of an article for a page of the site itself, and for the search engines that read it: microdata of
 * schema.org, every class and id with a name of ours, and nothing that acts or looks like anything.
 */
export function threadFragment({ site, article, branches }: ThreadFragmentView): Html {
  return html`<section class="binh-luan" lang="${site.language}" itemscope itemtype="https://schema.org/CreativeWork">
${article.url && html`<link itemprop="url" href="${article.url}">\n`}${article.title && html`<meta itemprop="name" content="${article.title}">\n`}<h2 class="binh-luan-heading">${fragmentWording[site.language].heading} (<data class="binh-luan-count" itemprop="commentCount" value="${article.count}">${formatNumber(article.count, site.language)}</data>)</h2>
${branches.map((branch) => renderBranch(site, article, branch))}</section>
`;
}

function renderBranch(site: Site, article: PublicArticle, { comment, replies }: Branch): Html {
  const left = comment.replyCount - replies.comments.length;
  const answers = html`<div class="binh-luan-replies">
${replies.comments.map((reply) => renderComment(site, article, reply, { below: comment.id }))}${replies.nextCursor && left > 0 && moreReplies(site, article, comment, left)}</div>
`;
  return renderComment(site, article, comment, replies.comments.length > 0 ? { answers } : {});
}

function renderComment(
  site: Site,
  article: PublicArticle,
  comment: PublicComment,
  { below, answers }: { below?: string; answers?: Html },
): Html {
  const { id, body, createdAt, pick } = comment;
  const words = fragmentWording[site.language];
  const place = placeOf(article, id);
  const time = html`<time class="binh-luan-time" itemprop="dateCreated" datetime="${new Date(createdAt).toISOString()}">${formatTime(createdAt, site.language)}</time>`;
  return html`<article class="binh-luan-comment" id="binh-luan-${id}" itemprop="comment" itemscope itemtype="https://schema.org/Comment">
<p class="binh-luan-by">${renderAuthor(site, comment)} ${time}${pick && html` <span class="binh-luan-pick">${words.pick}</span>`}</p>
${place && html`<link itemprop="url" href="${place}">\n`}${renderAnswered(site, comment, below)}<div class="binh-luan-text" itemprop="text">${renderBody(body)}</div>
${renderLikes(site, comment)}
${answers}</article>
`;
}

function renderAuthor({ language }: Site, { author, badge }: PublicComment): Html {
  const type = badge === 'newsroom' ? 'Organization' : 'Person';
  const told =
    badge && html` <span class="binh-luan-badge">${fragmentWording[language].badges[badge]}</span>`;
  return html`<span class="binh-luan-author" itemprop="author" itemscope itemtype="https://schema.org/${type}"><b itemprop="name">${author}</b></span>${told}`;
}

/** Whom it answers, where it does not stand below that. */
function renderAnswered({ language }: Site, { parent }: PublicComment, below: string | undefined) {
  if (!parent || ('id' in parent && parent.id === below)) return '';
  const words = fragmentWording[language];
  return html`<p class="binh-luan-answered">${'id' in parent ? words.answered(parent.author) : words.answeredGone}</p>\n`;
}

function renderLikes({ language, likes: shown }: Site, { likes }: PublicComment): Html {
  if (likes === 0 || shown === 'off') return html`<meta itemprop="upvoteCount" content="${likes}">`;
  return html`<p class="binh-luan-likes"><data itemprop="upvoteCount" value="${likes}">${fragmentWording[language].likes(formatNumber(likes, language), likes)}</data></p>`;
}

/** They are read where the article is. */
function moreReplies({ language }: Site, article: PublicArticle, { id }: PublicComment, count: number) {
  const said = fragmentWording[language].more(formatNumber(count, language), count);
  const place = placeOf(article, id);
  return html`<p class="binh-luan-more">${place ? html`<a href="${place}">${said}</a>` : said}</p>\n`;
}

function placeOf({ url }: PublicArticle, id: string): string | null {
  if (!url) return null;
  const place = new URL(url);
  place.hash = `binh-luan-${id}`;
  return place.href;
}
