import { html } from 'hono/html';
import type { QueuedComment } from '../../../comments/comment.ts';
import type { Tab } from '../../../store/queue/queue-filter.ts';
import type { DeskWording } from '../../desk/wording.ts';
import type { Html } from '../../layout.ts';
import { formatNumber } from '../../time.ts';
import type { PaneContext } from '../../views.ts';
import { type Asked, queueAddress } from '../address.ts';

/** The comments that say nearly the same. */
export function alikeBlock(comment: QueuedComment, { moderator }: PaneContext, words: DeskWording): Html {
  const { alike, id, site } = comment;
  const count = `${formatNumber(alike, moderator.language)}${alike >= 99 ? '+' : ''}`;
  const asked: Asked = { state: tabOf(comment), site, like: id };
  return html`<section class="block"><h3>${words.alikeName}</h3><p${alike === 0 && html` class="hint"`}>${
    alike === 0 ? words.alikeNone : html`<a href="${queueAddress(asked)}">${words.alike(count)}</a>`
  }</p></section>`;
}

/** Where others like it are looked for first. */
function tabOf({ state, apart }: QueuedComment): Tab {
  if (apart) return 'apart';
  return state === 'withdrawn' ? 'pending' : state;
}
