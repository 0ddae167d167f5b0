import { html } from 'hono/html';
import type { QueuedComment } from '../../../comments/comment.ts';
import { icon } from '../../desk/icons.ts';
import type { DeskWording } from '../../desk/wording.ts';
import { mistakesOf } from '../../field.ts';
import type { Html } from '../../layout.ts';
import type { PaneContext } from '../../views.ts';
import { queueParameters } from '../address.ts';
import { failedEdit } from './failed-edit.ts';
import { keyHint } from './key-hint.ts';

/** The words of a comment that waits, to be changed; and those that were typed and not saved, wherever it stands. */
export function editMenu(comment: QueuedComment, view: PaneContext, words: DeskWording): Html {
  const { failed } = view;
  if (comment.state !== 'pending' && !failed) return html``;
  return html`<details class="pop up wide edit" id="edit-${comment.id}" name="bar-${comment.id}"${failed && html` open`}><summary class="act" title="${words.editTitle}">${icon('pen')}<span class="word">${words.edit}</span>${keyHint('edit', view)}</summary>
<div class="panel">${failed && failedEdit(comment, view, words)}
<form class="edit" method="post" action="/moderation/comments/${comment.id}">
${seen(comment, view)}
${fields(comment, view, words)}
<p class="ends"><span class="hint">${words.editHint}</span>${failed && discard(comment, view, words)}${saveButton(comment, view, words)}</p></form>
${comment.edited && !failed && restoreForm(comment, view, words)}</div></details>`;
}

function fields(comment: QueuedComment, { failed, moderator }: PaneContext, words: DeskWording): Html {
  const { id } = comment;
  const wrong = (name: string) =>
    mistakesOf(failed?.problem.errors ?? [], [name], moderator.language).join(' ');
  const [author, body] = [wrong('author'), wrong('body')];
  return html`<div class="field"><label for="author-${id}">${words.author}</label>
<input id="author-${id}" name="author" value="${failed?.author ?? comment.author}" required${invalid(author, `author-mistake-${id}`)}>
${mistake(author, `author-mistake-${id}`)}</div>
<div class="field"><label for="body-${id}">${words.text}</label>
<textarea id="body-${id}" name="body" rows="6" required${invalid(body, `body-mistake-${id}`)}>
${failed?.body ?? comment.body}</textarea>${mistake(body, `body-mistake-${id}`)}</div>`;
}

function invalid(mistake: string, id: string): Html | '' {
  return mistake ? html` aria-invalid="true" aria-describedby="${id}" autofocus` : '';
}

function mistake(text: string, id: string): Html | '' {
  return text ? html`<p class="mistake" id="${id}">${text}</p>` : '';
}

/** What is decided is changed only where it waits again; what its author withdrew, not at all. */
function saveButton({ state }: QueuedComment, { overtaken }: PaneContext, words: DeskWording): Html {
  if (state === 'withdrawn') return html``;
  if (state !== 'pending')
    return html`<button class="act main" name="do" value="reopen">${words.reopenAndSave}</button>`;
  return html`<button class="act main">${overtaken ? words.saveOver : words.saveEdit}</button>`;
}

function discard({ id }: QueuedComment, { asked }: PaneContext, words: DeskWording): Html {
  return html`<a href="/moderation/comments/${id}?${queueParameters(asked)}">${words.discardEdit}</a>`;
}

function restoreForm(comment: QueuedComment, view: PaneContext, words: DeskWording): Html {
  return html`<form method="post" action="/moderation/comments/${comment.id}">
${seen(comment, view)}
<button class="act" name="do" value="original">${words.restoreOriginal}</button></form>`;
}

function seen({ version }: QueuedComment, { asked }: PaneContext): Html {
  return html`<input type="hidden" name="version" value="${version}">
<input type="hidden" name="back" value="${queueParameters(asked)}">`;
}
