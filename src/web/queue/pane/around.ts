import { html } from 'hono/html';
import type { QueuedComment } from '../../../comments/comment.ts';
import type { Neighbour } from '../../../store/queue/around.ts';
import { renderMarked } from '../../body.ts';
import type { DeskWording } from '../../desk/wording.ts';
import type { Html } from '../../layout.ts';
import { renderTime } from '../../time.ts';
import type { PaneContext } from '../../views.ts';
import { commentAddress } from '../address.ts';

/** What readers see above a comment: how its conversation began, what it answers, and what came before. */
export function beforeIt(comment: QueuedComment, view: PaneContext, words: DeskWording): Html | '' {
  const before = view.around?.before ?? [];
  return listOf(before, { name: words.said.before, answered: comment.parent?.id }, view, words);
}

/** What they see under it. */
export function afterIt(view: PaneContext, words: DeskWording): Html | '' {
  return listOf(view.around?.after ?? [], { name: words.said.after }, view, words);
}

function listOf(
  neighbours: readonly Neighbour[],
  { name, answered }: { name: string; answered?: string | undefined },
  view: PaneContext,
  words: DeskWording,
): Html | '' {
  if (neighbours.length === 0) return '';
  return html`<section class="block around"><h3>${name}</h3><ol>${neighbours.map((one) => saidBy(one, one.id === answered, view, words))}</ol></section>`;
}

function saidBy(
  { id, author, body, state, createdAt }: Neighbour,
  isAnswered: boolean,
  { asked, moderator }: PaneContext,
  words: DeskWording,
): Html {
  const erased = author === '' && body === '';
  return html`<li><p><a href="${commentAddress(asked, id)}"><bdi>${author || words.erasedAuthor}</bdi></a> <span class="hint">${renderTime(createdAt, moderator.language)}${state !== 'published' && html` · ${words.states[state]}`}${isAnswered && html` · ${words.said.answered}`}</span></p>
<p class="typed" dir="auto">${erased ? words.commentErased : renderMarked(body, moderator)}</p></li>`;
}
