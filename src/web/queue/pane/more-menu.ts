import { html } from 'hono/html';
import type { QueuedComment } from '../../../comments/comment.ts';
import { icon } from '../../desk/icons.ts';
import type { DeskWording } from '../../desk/wording.ts';
import type { Html } from '../../layout.ts';
import type { PaneContext } from '../../views.ts';
import { moreParts } from './pane-parts.ts';

/** What is done seldom, folded away at the end of the bar. */
export function moreMenu(comment: QueuedComment, view: PaneContext, words: DeskWording): Html {
  return html`<details class="pop up end more" name="bar-${comment.id}"><summary class="act" aria-label="${words.more}" title="${words.more}">${icon('more')}</summary>
<div class="panel menu">${moreParts(comment, view, words)}</div></details>`;
}
