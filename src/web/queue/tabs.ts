import { html } from 'hono/html';
import type { Language } from '../../language/language.ts';
import type { Tab } from '../../store/queue/queue-filter.ts';
import type { DeskWording } from '../desk/wording.ts';
import type { Html } from '../layout.ts';
import { formatNumber } from '../time.ts';
import type { QueueView } from '../views.ts';
import { queueAddress } from './address.ts';
import { appealsWording } from './appeals-wording.ts';

const tabs: readonly Tab[] = ['pending', 'reported', 'appeals', 'published', 'rejected', 'spam', 'apart'];

/** The tabs with how many there are in each; they lead to all of a site, whatever narrows the present view. */
export function tabsOf({ asked, tab, counts, moderator }: QueueView, words: DeskWording): Html {
  return html`<nav class="tabs" aria-label="${words.queue}">${tabs.map((name) => {
    const address = queueAddress({ ...(asked.site && { site: asked.site }), state: name });
    return html`<a class="target" href="${address}"${name === tab && html` aria-current="page"`}>${tabName(name, words, moderator.language)}
<span class="count" data-count="${name}">${formatNumber(counts[name], moderator.language)}</span></a>`;
  })}</nav>`;
}

function tabName(tab: Tab, words: DeskWording, language: Language): string {
  if (tab === 'appeals') return appealsWording[language].tab;
  return tab === 'reported' || tab === 'apart' ? words[tab] : words.states[tab];
}
