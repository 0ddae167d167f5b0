import { html } from 'hono/html';
import type { PublicComment } from '../../comments/comment.ts';
import { renderBody } from '../body.ts';
import type { Html } from '../layout.ts';
import { formatNumber, renderAgo } from '../time.ts';
import { avatar } from './avatar.ts';
import { commentForm } from './comment-form.ts';
import { anchorOf, frameAddress, replyId, reportId, sameAddress, shareAddress } from './frame-address.ts';
import type { FrameWording } from './frame-wording.ts';
import { icon } from './icons.ts';
import { badgeMark } from './identity/badge-mark.ts';
import { reportForm, reportSent } from './report-form.ts';
import type { ThreadView } from './thread-view.ts';

/** Where a comment stands: what it needs to know of what is around it. */
export interface Place {
  view: ThreadView;
  words: FrameWording;
  /** Of its author's name. */
  heading: 4 | 5;
  /** The comment that its branch is shown under, where it is an answer: to say nothing of what is in sight. */
  under: string | null;
  /** The comments of its branch that are shown, to be led to in place. */
  shown: ReadonlySet<string>;
}

/** A published comment, with all that a reader may do about it. */
export function commentArticle(comment: PublicComment, place: Place): Html {
  const { id, author, body, badge } = comment;
  const { view, words } = place;
  return html`<article id="${anchorOf(id)}" class="comment${badge === 'newsroom' && ' staff'}" aria-labelledby="${anchorOf(id)}-who">
${avatar(author, badge)}
${byline(comment, place)}
<div class="text" dir="auto"><p class="typed">${answered(comment, place)}${renderBody(body)}</p></div>
${fold(comment, words)}
${acts(comment, place)}
${view.report.sent === id && reportSent(view.site.language)}
${openForms(comment, view, words)}
</article>`;
}

function byline(
  { id, author, badge, pick, createdAt }: PublicComment,
  { view, words, heading }: Place,
): Html {
  const name = html`<bdi>${author}</bdi>`;
  const who = `${anchorOf(id)}-who`;
  return html`<header class="by">${
    heading === 4
      ? html`<h4 class="who" id="${who}">${name}</h4>`
      : html`<h5 class="who" id="${who}">${name}</h5>`
  }
${badge && badgeMark(badge, words)}${pick && html`<span class="badge plain">${icon('star')}${words.pick}</span>`}
<p class="when"><a href="${shareAddress(view, id)}" target="_top">${renderAgo(createdAt, view.now, view.site.language)}</a></p></header>`;
}

/** Whom it answers, unless that is what the branch begins with, right above. */
function answered({ parent }: PublicComment, { under, shown, view, words }: Place) {
  if (parent === null || under === null) return '';
  if ('gone' in parent) return html`<span class="hint">${words.answersGone}</span>\n`;
  if (parent.id === under) return '';
  const anchor = `#${anchorOf(parent.id)}`;
  const address = shown.has(parent.id) ? anchor : `${frameAddress(view, { comment: parent.id })}${anchor}`;
  return html`<a class="to" href="${address}">@<bdi>${parent.author}</bdi></a> `;
}

const longText = 560;
const longOnPhones = 300;
const manyLines = 7;

/** All of the text is there; what is long shows its beginning until it is opened, in a narrow frame sooner. */
function fold({ author, body }: PublicComment, words: FrameWording) {
  const isLong = body.length > longText || body.split('\n').length > manyLines;
  if (!isLong && body.length <= longOnPhones) return '';
  return html`<details class="fold${!isLong && ' narrow'}"><summary class="act"><span class="shut">${words.whole}</span><span class="open">${words.short}</span><span class="unseen"> ${words.ofComment(author)}</span></summary></details>`;
}

function acts(comment: PublicComment, { view, words }: Place): Html {
  const { id, author } = comment;
  const share = shareAddress(view, id);
  const ofAuthor = html`<span class="unseen"> ${words.ofComment(author)}</span>`;
  return html`<footer class="acts">
${view.site.likes === 'on' && likeButton(comment, view, words)}
${view.answerable && html`<a class="act" href="${sameAddress(view, { parent: id })}#${replyId}" data-do="reply">${words.answer}<span class="unseen"> ${author}</span></a>`}
<a class="act share" href="${share}" target="_top" data-do="share">${words.share}${ofAuthor}</a>
<details class="menu" name="menu"><summary class="act">${icon('others')}<span class="unseen">${words.others(author)}</span></summary>
<ul class="list"><li class="share"><a class="act" href="${share}" target="_top" data-do="share">${icon('share')}${words.share}</a></li>
<li><a class="act" href="${sameAddress(view, { report: id })}#${reportId}" data-do="report">${icon('flag')}${words.report}</a></li></ul></details>
</footer>`;
}

/** Of a form that stands once in the page; with scripts nothing is loaded for it. */
function likeButton({ id, likes, author }: PublicComment, view: ThreadView, words: FrameWording): Html {
  const isLiked = view.liked === id || view.likedByReader.has(id);
  const count = html`<span class="n" data-n="${likes}">${likes > 0 && formatNumber(likes, view.site.language)}</span>`;
  return html`<button class="act" form="thich" name="${isLiked ? 'unlike' : 'like'}" value="${id}" aria-pressed="${String(isLiked)}" data-do="like">${icon('like')}${words.like} ${count}<span class="unseen"> ${words.ofComment(author)}</span></button>`;
}

/** The form for an answer or a report, where the address asks for it. */
function openForms(comment: PublicComment, view: ThreadView, words: FrameWording) {
  const { form, report } = view;
  if (form.parent?.id === comment.id) return commentForm(view, form, words);
  return report.open?.id === comment.id ? reportForm(comment, view) : '';
}
