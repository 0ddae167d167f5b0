import { html } from 'hono/html';
import type { QueuedComment } from '../../../comments/comment.ts';
import type { DeskWording } from '../../desk/wording.ts';
import type { Html } from '../../layout.ts';
import type { PaneContext } from '../../views.ts';
import { queueParameters } from '../address.ts';

/** The comment on a page of its own. */
export function openAlone({ id }: QueuedComment, { asked, alone }: PaneContext, words: DeskWording): Html {
  if (alone) return html``;
  return html`<a data-open href="/moderation/comments/${id}?${queueParameters(asked)}">${words.open}</a>`;
}
