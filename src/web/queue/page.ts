import { html } from 'hono/html';
import { fixedLayout } from '../desk/desk-layout.ts';
import { type DeskWording, deskWording } from '../desk/wording.ts';
import type { Html } from '../layout.ts';
import { formatNumber } from '../time.ts';
import type { QueueView } from '../views.ts';
import { type Alerts, alertBanner } from './alerts/banner.ts';
import { emptyQueue } from './empty.ts';
import { helpDialog } from './help-dialog.ts';
import { lastBar } from './last-bar.ts';
import { queueList } from './list/list.ts';
import { conflictNotice } from './notices.ts';
import { wholeOne } from './pane/whole-one.ts';
import { siteMenu } from './site-menu.ts';
import { toolbar } from './toolbar.ts';

/** The desk: comments of one tab, and the chosen one with what can be decided about it. */
export function queuePage(view: QueueView & { alerts: Alerts }): Html {
  const { moderator, asked, tab, counts, comments } = view;
  const words = deskWording[moderator.language];
  return fixedLayout({
    moderator,
    section: 'queue',
    help: 'queue',
    title: words.tabs[tab],
    count: formatNumber(counts[tab], moderator.language),
    siteMenu: siteMenu(view, words),
    searched: { tab, site: asked.site, q: asked.q },
    body: html`${toolbar(view, words)}
${alertBanner(view.alerts, moderator)}
${view.conflicts.length > 0 && conflictNotice(view.conflicts, words, moderator)}
<main class="desk${comments.length === 0 && ' is-empty'}" id="main" tabindex="-1" data-moderator="${moderator.id}">
<h1 class="unseen">${words.tabTitle(words.tabs[tab])}</h1>
${comments.length > 0 ? queueList(view, words) : emptyQueue(view, words)}
${lastBar(view, words)}
${comments.length > 0 && pane(view, words)}
${view.keys && helpDialog(view.keys, words)}
</main>`,
  });
}

function pane(view: QueueView, words: DeskWording): Html {
  return html`<section class="pane" id="pane" aria-label="${words.shown}">${view.chosen && wholeOne(view.chosen, view, words)}</section>`;
}
