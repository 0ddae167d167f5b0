import { html } from 'hono/html';
import type { DeskWording } from '../desk/wording.ts';
import type { Html } from '../layout.ts';
import type { QueueView } from '../views.ts';
import { chipsOf } from './chips.ts';
import { filterMenu } from './filter-menu.ts';
import { tabsOf } from './tabs.ts';
import { viewsMenu } from './views-menu.ts';

/** What stands between the masthead and the list: tabs and menus, and what narrows the view where anything does. */
export function toolbar(view: QueueView, words: DeskWording): Html {
  return html`<section class="toolbar" aria-label="${words.tabsName}">
${tabsOf(view, words)}
${viewsMenu(view)}
${filterMenu(view, words)}
</section>
${chipsOf(view, words)}`;
}
