import { html } from 'hono/html';
import type { Moderator } from '../../../moderators/moderator.ts';
import type { Site } from '../../../sites/site.ts';
import type { Block } from '../../../store/limits/blocks.ts';
import type { ListedHold } from '../../../store/senders/holds.ts';
import { deskLayout } from '../../desk/desk-layout.ts';
import { stylesheet } from '../../files.ts';
import type { Html } from '../../layout.ts';
import { renderTime } from '../../time.ts';
import { hiddenFields } from './fields.ts';
import { senderAddress } from './section.ts';
import { type SenderWording, senderWording } from './wording.ts';

export interface BlocksView {
  moderator: Moderator;
  sites: readonly Site[];
  /** The site that alone is asked for. */
  site: string | undefined;
  blocks: readonly Block[];
  holds: readonly ListedHold[];
  told: Html | null;
}

/** Of whom nothing is taken for a time, and whose comments all wait. */
export function blocksPage(view: BlocksView): Html {
  const { moderator, sites, blocks, holds } = view;
  const words = senderWording[moderator.language];
  return deskLayout({
    moderator,
    section: 'queue',
    help: 'senders',
    title: words.blocks,
    body: html`${stylesheet('sender')}${view.told}
${sites.length > 1 && siteForm(view, words)}
<p class="hint">${words.blocksHint}</p>
${blocks.length === 0 && html`<p class="empty">${words.noBlocks}</p>`}
<ul class="blocked">${blocks.map((one) => html`<li>${blockRow(one, view, words)}</li>`)}</ul>
<h2 id="holds">${words.holds}</h2>
${holds.length === 0 && html`<p class="hint">${words.noHolds}</p>`}
<ul class="blocked">${holds.map((one) => html`<li>${holdRow(one, view, words)}</li>`)}</ul>
<p><a class="target" href="/moderation">${words.back}</a></p>`,
  });
}

function siteForm({ sites, site }: BlocksView, words: SenderWording): Html {
  return html`<form class="filter" method="get" action="/moderation/blocks"><div class="field"><label for="site">${words.site}</label>
<select id="site" name="site"><option value="">${words.everySite}</option>${sites.map(({ id, name }) => html`<option value="${id}"${id === site && html` selected`}>${name}</option>`)}</select></div>
<button class="act">${words.show}</button></form>`;
}

function blockRow(block: Block, view: BlocksView, words: SenderWording): Html {
  const { language } = view.moderator;
  return html`<div><p>${nameOf(block, words)} ${words.until} <b>${renderTime(block.expiresAt, language)}</b></p>
<p class="hint">${words.by}: <bdi>${block.by}</bdi>, ${renderTime(block.createdAt, language)}${placeOf(block, view, words)}</p></div>
<form method="post" action="/moderation/blocks/lift">${hiddenFields({ site: block.site, sender: block.sender, only: view.site ?? '' })}<button class="act" aria-label="${words.unblock}: ${block.last?.author ?? words.nameless}">${words.unblock}</button></form>`;
}

function holdRow(hold: ListedHold, view: BlocksView, words: SenderWording): Html {
  const { language } = view.moderator;
  return html`<div><p>${nameOf(hold, words)}${hold.reason && html` ${words.because}: <span class="typed">${hold.reason}</span>`}</p>
<p class="hint"><bdi>${hold.by}</bdi>, ${renderTime(hold.at, language)}${placeOf(hold, view, words)}</p></div>
<form method="post" action="/moderation/holds/release">${hiddenFields({ site: hold.site, sender: hold.sender, only: view.site ?? '' })}<button class="act" aria-label="${words.release}: ${hold.last?.author ?? words.nameless}">${words.release}</button></form>`;
}

function nameOf({ site, sender, last }: Block | ListedHold, words: SenderWording): Html {
  const name = last ? html`<bdi>${last.author}</bdi>` : words.unknownAuthor;
  return html`<a class="target" href="${senderAddress(site, sender)}"><b>${name}</b></a>`;
}

function placeOf({ site, wide }: Block | ListedHold, { sites }: BlocksView, words: SenderWording): string {
  const name = sites.find(({ id }) => id === site)?.name ?? site;
  return `${sites.length > 1 ? ` · ${name}` : ''}${wide ? ` · ${words.isWide}` : ''}`;
}
