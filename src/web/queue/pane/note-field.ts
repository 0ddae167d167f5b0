import { html } from 'hono/html';
import type { QueuedComment } from '../../../comments/comment.ts';
import type { DeskWording } from '../../desk/wording.ts';
import type { Html } from '../../layout.ts';
import type { PaneContext } from '../../views.ts';
import { mayDecide } from './actions.ts';

/** A note that goes along with the decision. */
export function noteField(comment: QueuedComment, { said }: PaneContext, words: DeskWording): Html {
  if (!mayDecide(comment)) return html``;
  const { id } = comment;
  return html`<section class="block notes"><h3><label for="n-${id}">${words.note}</label></h3>
<input id="n-${id}" form="d-${id}" name="note" value="${said?.note ?? ''}" maxlength="1000" placeholder="${words.noteHint}" autocomplete="off"></section>`;
}
