import { html } from 'hono/html';
import type { Moderator } from '../../moderators/moderator.ts';
import type { Act } from '../../store/acts.ts';
import type { Html } from '../layout.ts';
import { formatNumber, renderTime } from '../time.ts';
import { actDeed, linkToReply } from './act-deed.ts';
import { type ActWording, actWording } from './act-wording.ts';
import { deskLayout } from './desk-layout.ts';
import { logTabs } from './log-tabs.ts';

export interface ActsView {
  moderator: Moderator;
  acts: readonly Act[];
  nextCursor: string | null;
  /** Whether this moderator may take it back. */
  mayUndo: (act: Act) => boolean;
}

/** What was done beside decisions, the latest first. */
export function actsPage(view: ActsView): Html {
  const { moderator, acts, nextCursor } = view;
  const words = actWording[moderator.language];
  return deskLayout({
    moderator,
    section: 'log',
    title: words.acts,
    body: html`${logTabs('acts', moderator.language)}
${acts.length === 0 && html`<p class="empty">${words.none}</p>`}
<ol class="cards">
${acts.map((act) => html`<li>${entry(act, view, words)}</li>\n`)}</ol>
${nextCursor && html`<p><a class="button" rel="next" href="/moderation/acts?${new URLSearchParams({ cursor: nextCursor })}">${words.next}</a></p>`}`,
  });
}

function entry(act: Act, view: ActsView, words: ActWording): Html {
  const { id, by, site, createdAt } = act;
  const { language } = view.moderator;
  return html`<article class="card" id="a-${id}" aria-labelledby="what-${id}">
<header>
<h2 id="what-${id}">${by === null ? words.command : html`<bdi>${by}</bdi>`} ${actDeed(act, words)}</h2>
<p class="quiet">${renderTime(createdAt, language)}${view.moderator.sites.length > 1 && site && html` · ${site}`}</p>
</header>
${factsOf(act, view, words)}
${linkToReply(act, words)}
${fate(act, view, words)}
</article>`;
}

/** What an act says of itself, those parts that have a word. */
function factsOf({ details }: Act, { moderator }: ActsView, words: ActWording): Html {
  const shown = Object.entries(words.facts).flatMap(([name, label]) => {
    const value = details[name];
    if (typeof value === 'number')
      return html`<dt>${label}</dt><dd>${formatNumber(value, moderator.language)}</dd>`;
    return typeof value === 'string' ? html`<dt>${label}</dt><dd><bdi>${value}</bdi></dd>` : [];
  });
  return html`${shown.length > 0 && html`<dl class="facts">${shown}</dl>`}`;
}

function fate(act: Act, { mayUndo }: ActsView, words: ActWording) {
  if (act.endedAt === null) return html`<p class="quiet">${words.goesOn}</p>`;
  if (act.undoes)
    return html`<p class="quiet">${words.undoes} <a href="#a-${act.undoes}">${words.shown}</a></p>`;
  if (act.undoneBy)
    return html`<p class="quiet">${words.undone} <a href="#a-${act.undoneBy}">${words.shown}</a></p>`;
  return mayUndo(act) ? undoActForm(act.id, words) : '';
}

export function undoActForm(id: string, words: ActWording): Html {
  return html`<form method="post" action="/moderation/acts/${id}/undo"><button class="button">${words.undo}</button></form>`;
}
