import { html } from 'hono/html';
import type { QueuedComment } from '../../comments/comment.ts';
import type { DeskWording } from '../desk/wording.ts';
import { field, mistakesOf } from '../field.ts';
import type { Html } from '../layout.ts';
import { queueParameters } from './address.ts';
import type { CommentView } from './comment-page.ts';
import { overtakenBy } from './notices.ts';

/** The words of a comment that waits, to be changed; and those that were typed and not saved, wherever it stands. */
export function editForm(view: CommentView, words: DeskWording): Html {
  const { comment, failed, moderator } = view;
  const errors = failed?.problem.errors ?? [];
  const mistakes = (name: string) => mistakesOf(errors, [name], moderator.language);
  return html`<section class="card" id="edit" aria-labelledby="edit-title"><h2 id="edit-title">${words.editTitle}</h2>
${failed && errors.length === 0 && failure(view, failed, words)}
<form class="edit" method="post" action="/moderation/comments/${comment.id}">
${seen(view)}
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
<p class="row">${saveButton(view, words)}${failed && discard(view, words)}</p></form>
${comment.edited && !failed && restoreForm(view, words)}</section>`;
}

function failure(
  { overtaken, moderator }: CommentView,
  { problem }: NonNullable<CommentView['failed']>,
  words: DeskWording,
): Html {
  const who = overtaken?.by && html`<p>${overtakenBy(overtaken, words.thisComment, words, moderator)}</p>`;
  return html`<div class="notice bad" role="alert"><div>${who}
<p>${overtaken ? words.editOvertaken : problem.detail[moderator.language]}</p></div></div>`;
}

/** What is decided is changed only where it waits again; what its author withdrew, not at all. */
function saveButton({ comment: { state }, overtaken }: CommentView, words: DeskWording): Html {
  if (state === 'withdrawn') return html``;
  if (state !== 'pending')
    return html`<button class="button main" name="do" value="reopen">${words.reopenAndSave}</button>`;
  return html`<button class="button main">${overtaken ? words.saveOver : words.saveEdit}</button>`;
}

function discard({ comment, asked }: CommentView, words: DeskWording): Html {
  return html`<a class="target" href="/moderation/comments/${comment.id}?${queueParameters(asked)}">${words.discardEdit}</a>`;
}

function restoreForm(view: CommentView, words: DeskWording): Html {
  return html`<form method="post" action="/moderation/comments/${view.comment.id}">
${seen(view)}
<button class="button" name="do" value="original">${words.restoreOriginal}</button></form>`;
}

function seen({ comment, asked }: { comment: QueuedComment } & Pick<CommentView, 'asked'>): Html {
  return html`<input type="hidden" name="version" value="${comment.version}">
<input type="hidden" name="back" value="${queueParameters(asked)}">`;
}
