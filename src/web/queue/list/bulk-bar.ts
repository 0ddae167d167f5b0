import { html } from 'hono/html';
import type { Action } from '../../../comments/comment.ts';
import type { Tab } from '../../../store/queue/queue-filter.ts';
import type { IconName } from '../../desk/icons.ts';
import type { DeskWording } from '../../desk/wording.ts';
import type { Html } from '../../layout.ts';
import { formatNumber } from '../../time.ts';
import type { QueueView } from '../../views.ts';
import { isNarrowed, queueParameters } from '../address.ts';

/** What can be done to many of a tab at once. */
export const bulkActions: Readonly<Record<Tab, readonly Action[]>> = {
  pending: ['publish', 'reject', 'spam'],
  apart: ['publish', 'reject', 'spam'],
  reported: ['publish', 'reject', 'spam'],
  appeals: ['publish', 'reject', 'spam'],
  trusted: ['publish', 'reject', 'spam'],
  published: ['reject', 'spam', 'restore'],
  rejected: ['restore', 'spam', 'publish'],
  spam: ['restore', 'reject', 'publish'],
};

export const iconOf: Readonly<Record<Action, IconName>> = {
  publish: 'check',
  reject: 'cross',
  spam: 'ban',
  restore: 'undo',
};

/** The class of a button by what it does. */
export const colourOf: Readonly<Record<Action, string>> = {
  publish: 'good',
  reject: 'bad',
  spam: 'spam',
  restore: '',
};

export function actionName(action: Action, tab: Tab, words: DeskWording): string {
  const stands = tab === 'reported' || tab === 'trusted';
  return stands && action === 'publish' ? words.keep : words.actions[action];
}

/** Decides what is ticked; stands in the place of the list's own head, as high as that. */
export function bulkBar({ tab, asked, counts, moderator }: QueueView, words: DeskWording): Html {
  const all = isNarrowed(asked)
    ? words.everyMatch
    : words.everyOf(formatNumber(counts[tab], moderator.language));
  return html`<form class="bulk" id="bulk" method="post" action="/moderation/decisions" aria-label="${words.bulkTitle}">
<input type="hidden" name="back" value="${queueParameters(asked)}">
<output class="picked" id="selected">${words.selected}</output>
${bulkActions[tab].map(
  (action) =>
    html`<button class="act ${action} ${colourOf[action]}" name="action" value="${action}">${actionName(action, tab, words)}</button>`,
)}
<a href="/moderation/bulk?${queueParameters({ ...asked, state: tab })}">${all}…</a>
</form>`;
}
