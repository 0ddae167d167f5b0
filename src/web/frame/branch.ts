import { html } from 'hono/html';
import type { PublicComment } from '../../comments/comment.ts';
import type { Html } from '../layout.ts';
import { formatNumber } from '../time.ts';
import { commentArticle, type Place } from './comment.ts';
import { anchorOf, frameAddress } from './frame-address.ts';
import type { FrameWording } from './frame-wording.ts';
import { icon } from './icons.ts';
import { ownComment, sentNotice } from './own-comment.ts';
import type { BranchView, ThreadView } from './thread-view.ts';

/** A comment on the article, and under it what was answered, flat. */
export function branchItem(branch: BranchView, view: ThreadView, words: FrameWording): Html {
  const { comment, replies } = branch;
  const shown = new Set([comment.id, ...replies.comments.map(({ id }) => id)]);
  const place: Place = { view, words, heading: 4, under: null, shown };
  return html`<li>
${comment.parent && 'gone' in comment.parent && gone(words)}
${commentArticle(comment, place)}
${below(branch, { ...place, heading: 5, under: comment.id })}
</li>`;
}

/** In place of what the branch began with. */
function gone(words: FrameWording): Html {
  return html`<p class="comment"><span class="avatar gone" aria-hidden="true"></span><span class="by hint">${words.gone}</span></p>`;
}

function below(branch: BranchView, place: Place) {
  const { comment, replies } = branch;
  const own = sentInto(branch, place);
  if (replies.comments.length === 0 && !own && comment.replyCount === 0) return '';
  return html`<div class="branch" id="${anchorOf(comment.id)}-branch">
${branch.goesBefore && furtherLink(place, comment, place.words.earlier)}
<ol>${replies.comments.map((reply) => html`<li>${commentArticle(reply, place)}</li>\n`)}${own}</ol>
${replies.nextCursor && rest(branch, place)}
</div>`;
}

/** The reader's own answer, where it was sent into this branch just now and waits. */
function sentInto({ comment, replies }: BranchView, { view, words }: Place) {
  const { sent } = view;
  const isHere = [comment, ...replies.comments].some(({ id }) => id === sent?.parentId);
  if (!sent || !isHere || sent.state !== 'pending') return '';
  return html`<li id="sent">${sentNotice(sent, view, words)}${ownComment(sent, view, words)}</li>`;
}

function rest({ comment, replies, isLong }: BranchView, place: Place): Html {
  const { view, words } = place;
  if (isLong) return furtherLink(place, comment, words.later, replies.nextCursor ?? '');
  const count = formatNumber(comment.replyCount - replies.comments.length, view.site.language);
  const label = replies.comments.length > 0 ? words.seeOthers(count) : words.seeReplies(count);
  return furtherLink(place, comment, label);
}

function furtherLink(
  { view, words }: Place,
  { id, author }: PublicComment,
  label: string,
  replies = '',
): Html {
  const address = frameAddress(view, { branch: id, ...(replies && { replies }) });
  return html`<p><a class="act" href="${address}#${anchorOf(id)}-branch" data-do="branch">${icon('back')}${label}<span class="unseen"> ${words.repliesTo(author)}</span></a></p>`;
}
