import { html } from 'hono/html';
import { icon } from '../../desk/icons.ts';
import type { DeskWording } from '../../desk/wording.ts';
import type { Html } from '../../layout.ts';
import type { QueueView } from '../../views.ts';
import { type Asked, queueAddress, queueParameters } from '../address.ts';

const sorts = ['oldest', 'newest', 'risk'] as const;

/** The order of the list; and, where comments wait, to take them one by one, each for one moderator. */
export function sortMenu({ sort, asked, tab, comments }: QueueView, words: DeskWording): Html {
  return html`<details class="pop sort"><summary><span class="unseen">${words.sort}: </span>${words.sorts[sort]}${icon('down')}</summary>
<div class="panel menu">${sorts.map(
    (name) =>
      html`<a href="${queueAddress({ ...asked, sort: name })}"${name === sort && html` aria-current="true"`}>${words.sorts[name]}</a>`,
  )}
${tab === 'pending' && comments.length > 0 && nextForm(asked, words)}</div></details>`;
}

function nextForm(asked: Asked, words: DeskWording): Html {
  return html`<form class="sub" method="post" action="/moderation/next">
<input type="hidden" name="back" value="${queueParameters(asked)}">
<button>${words.nextOne}</button><p class="hint">${words.nextHint}</p></form>`;
}
