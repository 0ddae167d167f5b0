import { html } from 'hono/html';
import type { Action, QueuedComment } from '../../../comments/comment.ts';
import { icon } from '../../desk/icons.ts';
import type { DeskWording } from '../../desk/wording.ts';
import type { Html } from '../../layout.ts';
import type { PaneContext } from '../../views.ts';
import { backOf } from '../address.ts';
import { colourOf, iconOf } from '../list/bulk-bar.ts';
import { actionsOf, mayDecide, nameOf } from './actions.ts';
import { editMenu } from './edit-menu.ts';
import { keyHint } from './key-hint.ts';
import { moreMenu } from './more-menu.ts';
import { rejectMenu } from './reject-menu.ts';
import { replyMenu } from './reply-menu.ts';

/** What can be done about the comment, always in the same place under it. */
export function barOf(comment: QueuedComment, view: PaneContext, words: DeskWording): Html {
  return html`<div class="bar" role="group" aria-label="${words.decide(comment.author)}">
${mayDecide(comment) && decisionForm(comment, view, words)}
${replyMenu(comment, view, words)}
${editMenu(comment, view, words)}
${moreMenu(comment, view, words)}
</div>`;
}

/** Enter in a field of it rejects, through the unseen first button: it must never publish. */
function decisionForm(comment: QueuedComment, view: PaneContext, words: DeskWording): Html {
  const { id, version, state } = comment;
  const actions = actionsOf(comment);
  return html`<form class="decide" id="d-${id}" method="post" action="/moderation/decisions">
${actions.includes('reject') && html`<button class="unseen" name="action" value="reject" tabindex="-1" aria-hidden="true">${words.actions.reject}</button>`}
<input type="hidden" name="comment" value="${id}:${version}"><input type="hidden" name="back" value="${backOf(view)}">
${view.alone && state === 'pending' && html`<input type="hidden" name="then" value="next">`}
${actions.map((action) =>
  action === 'reject' ? rejectMenu(comment, view, words) : decisionButton(action, comment, view, words),
)}</form>`;
}

function decisionButton(
  action: Exclude<Action, 'reject'>,
  comment: QueuedComment,
  view: PaneContext,
  words: DeskWording,
): Html {
  return html`<button class="act ${action} ${colourOf[action]}" name="action" value="${action}">${icon(iconOf[action])}${nameOf(action, comment, words)}${action !== 'restore' && keyHint(action, view)}</button>`;
}
