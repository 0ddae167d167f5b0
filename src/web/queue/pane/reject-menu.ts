import { html } from 'hono/html';
import type { QueuedComment } from '../../../comments/comment.ts';
import { icon } from '../../desk/icons.ts';
import type { DeskWording } from '../../desk/wording.ts';
import type { Html } from '../../layout.ts';
import type { PaneContext } from '../../views.ts';
import { nameOf } from './actions.ts';
import { keyHint } from './key-hint.ts';

/** To reject: with a reason of the site by one press, with another that is typed, or with none. */
export function rejectMenu(comment: QueuedComment, view: PaneContext, words: DeskWording): Html {
  const { id, site } = comment;
  const reasons = view.sites.find((one) => one.id === site)?.['reject-reasons'] ?? [];
  const said = view.said?.reason ?? '';
  const name = nameOf('reject', comment, words);
  return html`<details class="pop up no" name="bar-${id}"${said && html` open`}><summary class="act reject bad">${icon('cross')}${name}${keyHint('reject', view)}</summary>
<div class="panel menu"><p class="hint" id="why-${id}">${words.reasonHint}</p>
${reasons.map((reason, at) => html`<button name="reason" value="${reason}">${at < 9 && html`<kbd aria-hidden="true">${at + 1}</kbd>`}${reason}</button>`)}
<button class="sub" name="reason" value="">${view.keys && html`<kbd aria-hidden="true">${view.keys.reject.toUpperCase()}</kbd>`}${words.noReason}</button>
<div class="other"><label class="unseen" for="o-${id}">${words.otherReason}</label>
<input id="o-${id}" name="other" value="${said}" maxlength="500" placeholder="${words.otherReason}" aria-describedby="why-${id}" autocomplete="off">
<button class="act bad" name="action" value="reject">${name}</button></div></div></details>`;
}
