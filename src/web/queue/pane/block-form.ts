import { html } from 'hono/html';
import type { QueuedComment } from '../../../comments/comment.ts';
import { isInNetworks } from '../../../world/networks.ts';
import type { DeskWording } from '../../desk/wording.ts';
import type { Html } from '../../layout.ts';
import { renderTime } from '../../time.ts';
import type { PaneContext } from '../../views.ts';
import { queueParameters } from '../address.ts';

const blockHours = [1, 24, 168, 720] as const;

/** Takes no more comments from the sender for a time, or takes them again. */
export function blockForm(comment: QueuedComment, view: PaneContext, words: DeskWording): Html {
  const { sender, id } = comment;
  if (sender.id === '') return html``;
  const until = sender.blockedUntil;
  const blocked = until !== null && until > view.now;
  return html`<form class="sub block" method="post" action="/moderation/comments/${id}/block" aria-label="${words.block}">
<input type="hidden" name="back" value="${queueParameters(view.asked)}">
${
  blocked
    ? html`<p class="hint">${words.blockedUntil} ${renderTime(until, view.moderator.language)}.</p>
<button name="hours" value="0">${words.unblock}</button>`
    : blocking(comment, words)
}</form>`;
}

function blocking({ sender }: QueuedComment, words: DeskWording): Html {
  return html`<p class="hint"><b>${words.block}.</b> ${words.blockHint}</p>
${isInNetworks(sender.id) && html`<label class="tick"><input type="checkbox" name="wide" value="yes"> ${words.blockWide}</label>`}
<p class="hours"><span class="hint">${words.blockFor}</span>${blockHours.map((hours) => html`<button class="act" name="hours" value="${hours}">${words.blockHours[hours]}</button>`)}</p>`;
}
