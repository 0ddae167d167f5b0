import { html } from 'hono/html';
import type { Tab } from '../../store/queue/queue-filter.ts';
import type { DeskWording } from '../desk/wording.ts';
import type { Html } from '../layout.ts';
import { formatNumber } from '../time.ts';
import type { QueueView } from '../views.ts';
import { queueAddress } from './address.ts';

const tabs: readonly Tab[] = ['pending', 'reported', 'appeals', 'published', 'rejected', 'spam', 'apart'];

/** The tabs with how many there are in each; they lead to all of a site, whatever narrows the present view. */
export function tabsOf({ asked, tab, counts, moderator }: QueueView, words: DeskWording): Html {
  return html`<nav class="tabs" aria-label="${words.tabsName}">${tabs.map((name) => {
    const address = queueAddress({ ...(asked.site && { site: asked.site }), state: name });
    return html`<a href="${address}"${name === tab && html` aria-current="page"`}>${words.tabs[name]}
<span class="count" data-count="${name}">${formatNumber(counts[name], moderator.language)}</span></a>`;
  })}</nav>`;
}
