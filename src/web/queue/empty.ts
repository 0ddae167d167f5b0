import { html } from 'hono/html';
import { icon } from '../desk/icons.ts';
import type { DeskWording } from '../desk/wording.ts';
import type { Html } from '../layout.ts';
import type { QueueView } from '../views.ts';
import { isNarrowed, queueAddress, queueParameters } from './address.ts';

/** Nothing is left in this view; it still knows what it asks for, so that a script goes on asking. */
export function emptyQueue(view: QueueView, words: DeskWording): Html {
  const { tab, asked, moderator, now } = view;
  const narrowed = isNarrowed(asked);
  return html`<section class="rest" id="list">
${icon(narrowed ? 'search' : 'tea')}
<h2>${narrowed ? words.noneMatch : words.none[tab]}</h2>
${narrowed && html`<p><a class="act" href="${queueAddress({ ...(asked.site && { site: asked.site }), state: tab })}">${words.clearFilter}</a></p>`}
<p class="newer" role="status"><a id="newer" href="${queueAddress(asked)}" hidden></a></p>
<ol class="rows" id="queue" data-tab="${tab}" data-since="${new Date(now).toISOString()}" data-filter="${queueParameters(asked)}" data-language="${moderator.language}" hidden></ol>
</section>`;
}
