import { html } from 'hono/html';
import type { QueuedComment } from '../../../comments/comment.ts';
import { icon } from '../../desk/icons.ts';
import type { DeskWording } from '../../desk/wording.ts';
import type { Html } from '../../layout.ts';
import type { PaneContext } from '../../views.ts';
import { replyForm } from '../newsroom/reply-form.ts';
import { newsroomWording } from '../newsroom/wording.ts';
import { keyHint } from './key-hint.ts';

/** To answer a published comment; what was typed and not published stays, wherever the comment stands by now. */
export function replyMenu(comment: QueuedComment, view: PaneContext, words: DeskWording): Html {
  const { draft, moderator } = view;
  if (comment.state !== 'published' && !draft) return html``;
  const { language } = moderator;
  return html`<details class="pop up wide reply" name="bar-${comment.id}"${draft && html` open`}><summary class="act" title="${newsroomWording[language].reply}">${icon('reply')}<span class="word">${words.reply}</span>${keyHint('reply', view)}</summary>
<div class="panel">${draft?.problem.errors.length === 0 && html`<div class="notice bad" role="alert"><p>${draft.problem.detail[language]}</p></div>`}
${replyForm(comment, view)}</div></details>`;
}
