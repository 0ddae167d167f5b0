import { html } from 'hono/html';
import type { Tab } from '../../store/queue/queue-filter.ts';
import type { DeskWording } from '../desk/wording.ts';
import type { Html } from '../layout.ts';
import { formatNumber } from '../time.ts';
import type { QueueView } from '../views.ts';
import { queueAddress } from './address.ts';

const usual: readonly Tab[] = ['pending', 'reported', 'appeals', 'published', 'rejected', 'spam', 'apart'];

/** The tabs with how many there are in each; they lead to all of a site, whatever narrows the present view. */
export function tabsOf(view: QueueView, words: DeskWording): Html {
  const { asked, tab, counts, moderator } = view;
  return html`<nav class="tabs" aria-label="${words.tabsName}">${tabsIn(view).map((name) => {
    const address = queueAddress({ ...(asked.site && { site: asked.site }), state: name });
    return html`<a href="${address}"${name === tab && html` aria-current="page"`}>${words.tabs[name]}
<span class="count" data-count="${name}">${formatNumber(counts[name], moderator.language)}</span></a>`;
  })}</nav>`;
}

/** What trust published has a tab, the last, where a site knows its readers or any is there. */
function tabsIn({ sites, asked, tab, counts }: QueueView): readonly Tab[] {
  const shown = sites.filter(({ id }) => !asked.site || id === asked.site);
  const isUsed = counts.trusted > 0 || tab === 'trusted' || shown.some(({ identity }) => identity !== 'off');
  return isUsed ? [...usual, 'trusted'] : usual;
}
