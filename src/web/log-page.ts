import { html } from 'hono/html';
import type { LoggedComment, LoggedDecision } from '../store/decision-log.ts';
import { shorten } from './body.ts';
import { deed } from './deed.ts';
import { deskLayout, undoForm } from './desk-layout.ts';
import { type DeskWording, deskWording } from './desk-wording.ts';
import type { Html } from './layout.ts';
import { formatNumber, renderTime } from './time.ts';
import type { LogView } from './views.ts';

/** The audit log, newest first. */
export function logPage(view: LogView): Html {
  const { moderator, decisions, nextCursor } = view;
  const words = deskWording[moderator.language];
  return deskLayout({
    moderator,
    section: 'log',
    title: words.log,
    body: html`${filter(view, words)}
${decisions.length === 0 && html`<p class="empty">${words.noDecisions}</p>`}
<ol class="cards">
${decisions.map((decision) => html`<li>${entry(decision, view, words)}</li>\n`)}</ol>
${nextCursor && html`<p><a class="button" rel="next" href="/moderation/decisions?${parametersOf(view, nextCursor)}">${words.next}</a></p>`}`,
  });
}

function filter({ moderator, filter }: LogView, words: DeskWording): Html {
  const narrowed = filter.site || filter.moderator;
  return html`<form class="filter" method="get" action="/moderation/decisions" role="search">
${moderator.sites.length > 1 && siteField(moderator.sites, filter.site, words)}
<div class="field"><label for="moderator">${words.moderator}</label>
<input id="moderator" name="moderator" value="${filter.moderator ?? ''}" autocapitalize="off" spellcheck="false"></div>
<button class="button">${words.filter}</button>
${narrowed && html`<a class="target" href="/moderation/decisions">${words.clearFilter}</a>`}
</form>`;
}

function siteField(sites: readonly string[], chosen: string | null, words: DeskWording): Html {
  return html`<div class="field"><label for="site">${words.site}</label>
<select id="site" name="site"><option value="">${words.everySite}</option>
${sites.map((site) => html`<option${site === chosen && html` selected`}>${site}</option>`)}</select></div>`;
}

function entry(decision: LoggedDecision, view: LogView, words: DeskWording): Html {
  const { id, action, moderator, reason, note, comments, createdAt } = decision;
  const { language } = view.moderator;
  return html`<article class="card" id="d-${id}" aria-labelledby="what-${id}">
<header>
<h2 id="what-${id}"><bdi>${moderator}</bdi> ${deed(action, words.comments(formatNumber(comments.length, language)), words)}</h2>
<p class="quiet">${renderTime(createdAt, language)}</p>
</header>
${reason && html`<p>${words.because}: ${reason}</p>`}
${note && html`<p>${words.note}: ${note}</p>`}
<ul class="logged">${comments.map((comment) => html`<li>${moved(comment, words)}</li>`)}</ul>
${fate(decision, view, words)}
</article>`;
}

function moved({ author, body, from, to }: LoggedComment, words: DeskWording): Html {
  return html`<b><bdi>${author}</bdi></b> <q dir="auto">${shorten(body)}</q>
<span class="quiet">${words.states[from]} → ${words.states[to]}</span>`;
}

function fate({ id, undoes, undoneBy }: LoggedDecision, view: LogView, words: DeskWording): Html {
  if (undoes) return html`<p class="quiet">${words.undoes} ${seen(undoes, view, words)}</p>`;
  if (undoneBy) return html`<p class="quiet">${words.undone} ${seen(undoneBy, view, words)}</p>`;
  return undoForm(id, '', words);
}

function seen(id: string, { decisions }: LogView, words: DeskWording) {
  return (
    decisions.some((decision) => decision.id === id) && html`<a href="#d-${id}">${words.shownUndone}</a>`
  );
}

function parametersOf({ filter }: LogView, cursor?: string): URLSearchParams {
  const given = { site: filter.site, moderator: filter.moderator, cursor };
  return new URLSearchParams(
    Object.entries(given).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
}
