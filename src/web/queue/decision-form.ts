import { html } from 'hono/html';
import type { Action, QueuedComment, State } from '../../comments/comment.ts';
import type { DeskWording } from '../desk/wording.ts';
import type { Html } from '../layout.ts';
import type { QueueContext } from '../views.ts';
import { queueParameters } from './address.ts';

/** What can be done about a comment in a state; the reason goes with `reject`. */
const actionsIn: Readonly<Record<State, readonly Action[]>> = {
  pending: ['publish', 'reject', 'spam'],
  published: ['reject', 'spam', 'restore'],
  rejected: ['publish', 'spam', 'restore'],
  spam: ['publish', 'reject', 'restore'],
  withdrawn: [],
};

export function mayDecide(comment: QueuedComment): boolean {
  return actionsOf(comment).length > 0;
}

/** The buttons under a comment, with the reason as it was typed, if it was. */
export function decisionForm(
  comment: QueuedComment,
  view: QueueContext,
  words: DeskWording,
  { more = '', reason = '' }: { more?: Html | ''; reason?: string } = {},
): Html {
  const { id, version, author } = comment;
  const actions = actionsOf(comment);
  const rejects = actions.includes('reject');
  return html`<form class="decision" method="post" action="/moderation/decisions" aria-label="${words.decide(author)}">
${rejects && html`<button class="unseen" name="action" value="reject" tabindex="-1" aria-hidden="true">${words.actions.reject}</button>`}
<input type="hidden" name="comment" value="${id}:${version}">
<input type="hidden" name="back" value="${queueParameters(view.asked)}">
${more}
${actions.includes('publish') && html`<div>${button('publish', comment, words)}</div>`}
${rejects && rejection(comment, reason, words)}
<div class="row">${actions.filter((action) => action === 'spam' || action === 'restore').map((action) => button(action, comment, words))}</div>
</form>`;
}

/** What readers reported may be kept: that is to publish it again, but where its author took it back. */
function actionsOf({ state, reports, takenBack }: QueuedComment): readonly Action[] {
  if (takenBack && reports.length > 0) return actionsIn.pending;
  return state === 'published' && reports.length > 0 ? ['publish', ...actionsIn.published] : actionsIn[state];
}

/** Enter in the reason rejects, through the unseen first button: it must never publish. */
function rejection(comment: QueuedComment, reason: string, words: DeskWording): Html {
  const { id, site } = comment;
  return html`<div class="rejection"><div class="field">
<label for="reason-${id}">${words.reason}</label>
<p class="hint" id="hint-${id}">${words.reasonHint}</p>
<input id="reason-${id}" name="reason" value="${reason}" maxlength="500" list="reasons-${site}" autocomplete="off" aria-describedby="hint-${id}">
</div>${button('reject', comment, words)}</div>`;
}

function publishName(state: State, words: DeskWording): string {
  if (state === 'withdrawn') return words.settle;
  return state === 'published' ? words.keep : words.actions.publish;
}

function button(action: Action, { state }: QueuedComment, words: DeskWording): Html {
  const name = action === 'publish' ? publishName(state, words) : words.actions[action];
  return html`<button class="button ${action}" name="action" value="${action}">${name}</button>`;
}
