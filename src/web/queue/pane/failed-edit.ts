import { html } from 'hono/html';
import type { QueuedComment } from '../../../comments/comment.ts';
import type { DeskWording } from '../../desk/wording.ts';
import type { Html } from '../../layout.ts';
import type { PaneContext } from '../../views.ts';
import { overtakenBy } from '../notices.ts';

/** Why a change was not saved: who was faster, or what is wrong; a mistake of a field stands beside that field. */
export function failedEdit(comment: QueuedComment, view: PaneContext, words: DeskWording): Html {
  const { failed, overtaken, moderator } = view;
  if (!failed || failed.problem.errors.length > 0) return html``;
  return html`<div class="notice bad" role="alert"><div>
${overtaken?.by && html`<p>${overtakenBy(overtaken, words.thisComment, words, moderator)}</p>`}
<p>${overtaken ? words.editOvertaken : failed.problem.detail[moderator.language]}</p>
${overtaken && html`<p class="hint">${words.standsNow}</p><p class="typed" dir="auto"><b><bdi>${comment.author}</bdi></b>: ${comment.body}</p>`}
</div></div>`;
}
