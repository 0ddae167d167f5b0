import { html } from 'hono/html';
import type { QueuedComment } from '../../../comments/comment.ts';
import { icon } from '../../desk/icons.ts';
import type { DeskWording } from '../../desk/wording.ts';
import { formatDuration } from '../../duration.ts';
import type { Html } from '../../layout.ts';
import { renderTime } from '../../time.ts';
import type { PaneContext } from '../../views.ts';
import { commentAddress, queueAddress, viewAddress } from '../address.ts';
import { claimantOf } from '../list/claim-mark.ts';
import { riskMeter } from '../list/risk.ts';
import { waitingSince } from '../list/waiting.ts';
import { marksOf } from '../newsroom/marks.ts';
import { articleName } from './article-name.ts';

/** Whose comment it is, about what, how it stands, and the way to its neighbours. */
export function topOf(comment: QueuedComment, view: PaneContext, words: DeskWording): Html {
  const { id } = comment;
  const back = view.alone ? viewAddress(view.asked, id) : queueAddress(view.asked);
  return html`<header class="top">
<a class="back" href="${back}">${icon('left')}${words.list}</a>
${nameOf(comment, words)}
${marksOf(comment, view)}
${riskMeter(comment, words, true)}
<p class="hint since">${standing(comment, view, words)}</p>
${steps(view, words)}
<p class="meta">${articleName(comment, view, words)}</p>
<p class="told" data-told>${told(comment, view, words)}</p>
</header>`;
}

function nameOf({ id, author }: QueuedComment, words: DeskWording): Html {
  return html`<h2 id="a-${id}"><bdi>${author || words.erasedAuthor}</bdi></h2>`;
}

function standing(comment: QueuedComment, { moderator, now }: PaneContext, words: DeskWording): Html {
  const { language } = moderator;
  const { since, said } = waitingSince(comment, words);
  const how = said
    ? `${said} ${formatDuration(Math.max(now - since, 60_000), language)}`
    : words.states[comment.state];
  return html`${how}, ${words.sent} ${renderTime(comment.createdAt, language)}`;
}

function told(comment: QueuedComment, view: PaneContext, words: DeskWording): string {
  const claimant = claimantOf(comment, view);
  return claimant === undefined ? '' : words.claimed(claimant);
}

/** Beside a comment that has the page to itself, only where it is in a list. */
function steps({ place, asked, alone }: PaneContext, words: DeskWording): Html {
  if (alone && !place) return html``;
  const step = (by: 1 | -1, id: string | undefined) =>
    html`<a${address(id)} data-go="${by}" title="${by > 0 ? words.keyNames.next : words.keyNames.previous}">${icon(by > 0 ? 'down' : 'up')}<span class="unseen">${by > 0 ? words.keyNames.next : words.keyNames.previous}</span></a>`;
  const address = (id: string | undefined) => {
    if (!id) return html` ${alone || html`href="${queueAddress(asked)}"`} role="link" aria-disabled="true"`;
    return html` href="${alone ? commentAddress(asked, id) : viewAddress(asked, id)}"`;
  };
  return html`<p class="steps"><span class="hint" data-place>${place?.nth}</span>${step(-1, place?.before)}${step(1, place?.after)}</p>`;
}
