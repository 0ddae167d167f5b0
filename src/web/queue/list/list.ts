import { html } from 'hono/html';
import { icon } from '../../desk/icons.ts';
import type { DeskWording } from '../../desk/wording.ts';
import type { Html } from '../../layout.ts';
import type { QueueView } from '../../views.ts';
import { queueAddress, queueParameters } from '../address.ts';
import { bulkBar } from './bulk-bar.ts';
import { queueRow } from './row.ts';
import { sortMenu } from './sort-menu.ts';

/** The comments of a page of the queue, one row each, under a head that turns into what is done to many. */
export function queueList(view: QueueView, words: DeskWording): Html {
  const { tab, asked, moderator, now, comments, chosen } = view;
  return html`<section class="list" id="list" aria-labelledby="list-name">
<h2 class="unseen" id="list-name">${words.list}</h2>
<div class="head"><label class="tick all"><input type="checkbox" data-all aria-label="${words.keyNames.selectAll}"></label>
<div class="plain">${sortMenu(view, words)}
<p class="newer" role="status"><a id="newer" href="${queueAddress(asked)}" hidden></a></p>
<span class="hint pages">${comments.length}</span></div>
${bulkBar(view, words)}</div>
${tab === 'apart' && html`<p class="hint aside">${words.apartHint}</p>`}${tab === 'trusted' && html`<p class="hint aside">${words.trustedHint}</p>`}
<ol class="rows" id="queue" data-tab="${tab}" data-since="${new Date(now).toISOString()}" data-filter="${queueParameters(asked)}" data-language="${moderator.language}">
${comments.map((comment) => queueRow(comment, view, words, comment.id === chosen?.id ? 'chosen' : 'plain'))}
${after(view, words)}</ol></section>`;
}

function after({ nextCursor, asked, continued }: QueueView, words: DeskWording): Html {
  if (!nextCursor && !continued) return html``;
  return html`<li class="after">${continued && html`<a href="${queueAddress(asked)}">${words.fromStart}</a>`}
${nextCursor && html`<a rel="next" href="${queueAddress(asked, nextCursor)}">${words.next}${icon('down')}</a>`}</li>`;
}
