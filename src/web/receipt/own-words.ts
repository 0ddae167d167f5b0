import { html } from 'hono/html';
import { renderBody } from '../body.ts';
import { avatar } from '../frame/avatar.ts';
import type { Html } from '../layout.ts';
import { renderTime } from '../time.ts';
import type { ReceiptView } from '../views.ts';

/** What somebody wrote, as its author sees it on the pages of a receipt. */
export function ownWords({
  author,
  body,
  createdAt,
  site,
}: Pick<ReceiptView, 'author' | 'body' | 'createdAt' | 'site'>): Html {
  return html`<div class="comment">
${avatar(author)}
<header class="by"><p class="who"><bdi>${author}</bdi></p> <p class="when">${renderTime(createdAt, site.language)}</p></header>
<div class="text"><p class="typed" dir="auto">${renderBody(body)}</p></div>
</div>`;
}
