import { html } from 'hono/html';
import type { Moderator } from '../../moderators/moderator.ts';
import type { LoggedComment, LoggedDecision } from '../../store/queue/decision-log.ts';
import { shorten } from '../body.ts';
import type { Html } from '../layout.ts';
import { formatNumber, renderTime } from '../time.ts';
import { deed } from './deed.ts';
import { deskLayout, undoForm } from './desk-layout.ts';
import { askedFor } from './log-asked.ts';
import { isNarrowed, logFilterForm, logParameters } from './log-filter.ts';
import { logTabs } from './log-tabs.ts';
import { logWording } from './log-wording.ts';
import { type DeskWording, deskWording } from './wording.ts';

export interface LogView {
  moderator: Moderator;
  decisions: readonly LoggedDecision[];
  nextCursor: string | null;
  /** What narrows it, as it stands in the address. */
  asked: Readonly<Record<string, string>>;
}

/** The audit log, newest first. */
export function logPage(view: LogView): Html {
  const { moderator, decisions, nextCursor, asked } = view;
  const words = deskWording[moderator.language];
  const none = isNarrowed(asked) ? logWording[moderator.language].none : words.noDecisions;
  return deskLayout({
    moderator,
    section: 'log',
    title: words.log,
    body: html`${logTabs('log', moderator.language)}
${logFilterForm(view)}
${decisions.length === 0 && html`<p class="empty">${none}</p>`}
<ol class="cards">
${decisions.map((decision) => html`<li>${entry(decision, view, words)}</li>\n`)}</ol>
${nextCursor && html`<p><a class="button" rel="next" href="/moderation/decisions?${logParameters(asked, nextCursor)}">${words.next}</a></p>`}`,
  });
}

function entry(decision: LoggedDecision, view: LogView, words: DeskWording): Html {
  const { id, action, moderator, reason, note, filter, count, createdAt } = decision;
  const { language } = view.moderator;
  return html`<article class="card" id="d-${id}" aria-labelledby="what-${id}">
<header>
<h2 id="what-${id}"><bdi>${moderator}</bdi> ${deed(action, words.comments(formatNumber(count, language)), words)}</h2>
<p class="quiet">${renderTime(createdAt, language)}</p>
</header>
${filter && askedFor(filter, language)}
${reason && html`<p>${words.because}: ${reason}</p>`}
${note && html`<p>${words.note}: ${note}</p>`}
${comments(decision, view, words)}
${fate(decision, view, words)}
</article>`;
}

function comments({ comments, count }: LoggedDecision, { moderator }: LogView, words: DeskWording): Html {
  const { language } = moderator;
  const others = count - comments.length;
  return html`<ul class="logged">${comments.map((comment) => html`<li>${moved(comment, words)}</li>`)}</ul>
${others > 0 && html`<p class="quiet">${logWording[language].more(formatNumber(others, language))}</p>`}`;
}

function moved({ author, body, from, to }: LoggedComment, words: DeskWording): Html {
  const said = html`<b><bdi>${author}</bdi></b> <q dir="auto">${shorten(body)}</q>`;
  return html`${author === '' && body === '' ? words.commentErased : said}
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
