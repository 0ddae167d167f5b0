import { html } from 'hono/html';
import type { Moderator } from '../../../moderators/moderator.ts';
import type { KnownReaderOfSite, ReaderStanding } from '../../../readers/known.ts';
import type { Site } from '../../../sites/site.ts';
import { deskLayout } from '../../desk/desk-layout.ts';
import { stylesheet } from '../../files.ts';
import type { Html } from '../../layout.ts';
import { formatNumber, renderTime } from '../../time.ts';
import { type ReadersWording, readersWording } from './readers-wording.ts';
import { senderAddress } from './section.ts';

export interface ReadersView {
  moderator: Moderator;
  sites: readonly Site[];
  site: Site;
  q: string | undefined;
  readers: readonly KnownReaderOfSite[];
  nextCursor: string | null;
  /** Whether this is not the first page. */
  continued: boolean;
}

/** Whom a site vouches for, and how it stands to them. */
export function readersPage(view: ReadersView): Html {
  const { moderator, site, readers } = view;
  const { language } = moderator;
  const words = readersWording[language];
  const [least, term] = [site['trusted-after'], site['retention-days']].map((one) =>
    formatNumber(one, language),
  );
  return deskLayout({
    moderator,
    section: 'queue',
    help: 'readers',
    title: words.readers,
    body: html`${stylesheet('sender')}
<p class="hint lead">${words.lead(least ?? '', term ?? '')}</p>
${findForm(view, words)}
${site.identity === 'off' && howTo(view, words)}
${readers.length === 0 && html`<p class="empty">${nobody(view, words)}</p>`}
<ol class="blocked readers">${readers.map((one) => html`<li>${readerRow(one, view, words)}</li>\n`)}</ol>
${further(view, words)}
<p><a class="target" href="/moderation">${words.back}</a></p>`,
  });
}

function findForm({ sites, site, q }: ReadersView, words: ReadersWording): Html {
  const option = ({ id, name }: Site) =>
    html`<option value="${id}"${id === site.id && html` selected`}>${name}</option>`;
  return html`<form class="filter" method="get" action="/moderation/readers" role="search">
${
  sites.length > 1
    ? html`<div class="field"><label for="site">${words.site}</label><select id="site" name="site">${sites.map(option)}</select></div>`
    : html`<input type="hidden" name="site" value="${site.id}">`
}
<div class="field"><label for="reader">${words.search}</label><input id="reader" name="q" type="search" value="${q ?? ''}" maxlength="80" autocomplete="off"></div>
<button class="act">${words.find}</button>
${q && html`<a class="target" href="${readersAddress({ site: site.id })}">${words.all}</a>`}</form>`;
}

/** How readers come to be known, where the site does not say yet who they are. */
function howTo({ moderator, site }: ReadersView, words: ReadersWording): Html {
  const isOwner = moderator.role === 'owner';
  return html`<p class="notice">${words.off} ${isOwner ? words.howOwner : words.howOthers}
${isOwner && html` <a href="/moderation/sites/${site.id}#identity">${words.settings}</a>`}</p>`;
}

function nobody({ q, nextCursor }: ReadersView, words: ReadersWording): string {
  if (q === undefined) return words.none;
  return nextCursor ? words.noneHere : words.noneFound;
}

const roles: Readonly<Record<ReaderStanding, string>> = {
  new: '',
  trusted: ' known',
  lost: ' warn',
  held: ' warn',
  blocked: ' abuse',
};

function readerRow(reader: KnownReaderOfSite, { site, moderator }: ReadersView, words: ReadersWording): Html {
  const { sender, author, standing, counts, firstAt, lastAt } = reader;
  const { language } = moderator;
  const figures = (['published', 'refused', 'waiting'] as const).map(
    (name) => html`<b>${formatNumber(counts[name], language)}</b> ${words[name]} · `,
  );
  return html`<p><a class="target" href="${senderAddress(site.id, sender)}"><b><bdi>${author || words.nameless}</bdi></b></a> <span class="chip${roles[standing]}">${words.standings[standing]}</span></p>
<p class="hint">${figures}${words.since} ${renderTime(firstAt, language)} · ${words.last} ${renderTime(lastAt, language)}</p>`;
}

function further({ site, q, nextCursor, continued }: ReadersView, words: ReadersWording): Html {
  if (!nextCursor && !continued) return html``;
  const asked = { site: site.id, ...(q && { q }) };
  return html`<p class="further">${continued && html`<a class="target" href="${readersAddress(asked)}">${words.fromStart}</a>`}
${nextCursor && html`<a class="act" rel="next" href="${readersAddress({ ...asked, cursor: nextCursor })}">${words.next}</a>`}</p>`;
}

function readersAddress(asked: Readonly<Record<string, string>>): string {
  return `/moderation/readers?${new URLSearchParams(asked)}`;
}
