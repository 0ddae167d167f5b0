import { html } from 'hono/html';
import type { QueuedComment } from '../../comments/comment.ts';
import type { Problem } from '../../problem.ts';
import type { LoggedDecision } from '../../store/queue/decision-log.ts';
import { deskLayout } from '../desk/desk-layout.ts';
import { type DeskWording, deskWording } from '../desk/wording.ts';
import { field, mistakesOf } from '../field.ts';
import type { Html } from '../layout.ts';
import { renderTime } from '../time.ts';
import type { QueueContext } from '../views.ts';
import { queueAddress, queueParameters } from './address.ts';
import { articleName, cardBody, riskText } from './card.ts';
import { decisionForm, mayDecide } from './decision-form.ts';
import { decidedNotice } from './notices.ts';
import { reasonList } from './reason-list.ts';

export interface CommentView extends QueueContext {
  comment: QueuedComment;
  decided: LoggedDecision | null;
  /** An edit that was not taken, with what was typed. */
  failed: { problem: Problem; author: string; body: string } | null;
}

const blockHours = [1, 24, 168, 720] as const;

/** One comment on a page of its own: to decide and go on, to edit, to block its sender. */
export function commentPage(view: CommentView): Html {
  const { moderator, comment } = view;
  const words = deskWording[moderator.language];
  return deskLayout({
    moderator,
    section: 'queue',
    title: words.commentBy(comment.author),
    body: html`${view.decided && decidedNotice(view.decided, view, words)}
<article class="card"><header>
<p class="risk">${riskText(comment.risk, words)}</p>
<p class="quiet">${renderTime(comment.createdAt, moderator.language)} ${words.on} ${articleName(comment, view, words)}. ${words.now}: ${words.states[comment.state]}.</p>
</header>
${cardBody(comment, view, words)}
${mayDecide(comment) && decisionForm(comment, view, words, goOn(comment, words))}
</article>
${comment.state === 'pending' && editForm(view, words)}
${comment.sender.id !== '' && blockForm(view, words)}
<p><a class="target" href="${queueAddress(view.asked)}">${words.backToQueue}</a></p>
${view.sites.filter(({ id }) => id === comment.site).map(reasonList)}`,
  });
}

/** The next one follows where the comment waited; a note goes along. */
function goOn({ state, id }: QueuedComment, words: DeskWording): Html {
  return html`${state === 'pending' && html`<input type="hidden" name="then" value="next">`}
<div class="field note-field"><label for="note-${id}">${words.note}</label>
<input id="note-${id}" name="note" maxlength="1000" autocomplete="off" placeholder="${words.noteHint}"></div>`;
}

function editForm(view: CommentView, words: DeskWording): Html {
  const { comment, failed, moderator, asked } = view;
  const errors = failed?.problem.errors ?? [];
  const mistakes = (name: string) => mistakesOf(errors, [name], moderator.language);
  return html`<section class="card" id="edit" aria-labelledby="edit-title"><h2 id="edit-title">${words.editTitle}</h2>
${failed && errors.length === 0 && html`<p class="mistake" role="alert">${failed.problem.detail[moderator.language]}</p>`}
<form class="edit" method="post" action="/moderation/comments/${comment.id}">
<input type="hidden" name="version" value="${comment.version}"><input type="hidden" name="back" value="${queueParameters(asked)}">
${field({
  name: 'author',
  label: words.author,
  mistakes: mistakes('author'),
  input: (more) =>
    html`<input id="author" name="author" value="${failed?.author ?? comment.author}" required${more}>`,
})}
${field({
  name: 'body',
  label: words.text,
  hint: words.editHint,
  mistakes: mistakes('body'),
  input: (more) => html`<textarea id="body" name="body" rows="6" required${more}>
${failed?.body ?? comment.body}</textarea>`,
})}
<p class="row"><button class="button main">${words.saveEdit}</button></p></form>
${comment.edited && restoreForm(comment, comment.edited, view, words)}</section>`;
}

function restoreForm(
  { id, version }: QueuedComment,
  { author, body }: NonNullable<QueuedComment['edited']>,
  { asked }: CommentView,
  words: DeskWording,
): Html {
  return html`<form method="post" action="/moderation/comments/${id}">
<input type="hidden" name="version" value="${version}"><input type="hidden" name="back" value="${queueParameters(asked)}">
<input type="hidden" name="author" value="${author}"><textarea name="body" hidden>
${body}</textarea>
<button class="button">${words.restoreOriginal}</button></form>`;
}

function blockForm({ comment, now, moderator, asked }: CommentView, words: DeskWording): Html {
  const until = comment.sender.blockedUntil;
  const blocked = until !== null && until > now;
  return html`<section class="card" aria-labelledby="block-title"><h2 id="block-title">${words.block}</h2>
<p class="hint">${words.blockHint}</p>
<form class="row" method="post" action="/moderation/comments/${comment.id}/block">
<input type="hidden" name="back" value="${queueParameters(asked)}">
${
  blocked
    ? html`<p>${words.blockedUntil} ${renderTime(until, moderator.language)}.</p>
<button class="button" name="hours" value="0">${words.unblock}</button>`
    : html`<span>${words.blockFor}</span> ${blockHours.map((hours) => html`<button class="button" name="hours" value="${hours}">${words.blockHours[hours]}</button>`)}`
}</form></section>`;
}
