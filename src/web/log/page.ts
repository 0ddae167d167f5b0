import { html } from 'hono/html';
import type { KindGroup, LogKind } from '../../acts/kinds.ts';
import { timeZone } from '../../language/ago.ts';
import { formatsOf } from '../../language/formats.ts';
import type { Language, Sentence } from '../../language/language.ts';
import type { Moderator } from '../../moderators/moderator.ts';
import type { LogEntry } from '../../store/acts/log.ts';
import { deskLayout } from '../desk/desk-layout.ts';
import { stylesheet } from '../files.ts';
import type { Html } from '../layout.ts';
import { detailsOf } from './details.ts';
import { isNarrowed, logFilter, logParameters } from './filter.ts';
import { lineOf } from './line.ts';
import { type LogPageWording, logPageWording } from './wording.ts';

export interface LogPageView {
  moderator: Moderator;
  entries: readonly LogEntry[];
  nextCursor: string | null;
  /** What narrows it, as it stands in the address. */
  asked: Readonly<Record<string, string>>;
  groups: Readonly<Partial<Record<KindGroup, readonly LogKind[]>>>;
  /** What could not be taken back just now, and why. */
  refused?: Sentence | undefined;
  /** Whether this moderator may take it back. */
  mayUndo: (entry: LogEntry) => boolean;
}

/** All that was done, a line each, by days, the latest first. */
export function logPage(view: LogPageView): Html {
  const { moderator, entries, nextCursor, asked } = view;
  const words = logPageWording[moderator.language];
  const none = isNarrowed(asked) ? words.noneSuch : words.none;
  const on = asked.q ? words.searchOn : words.next;
  return deskLayout({
    moderator,
    section: 'log',
    help: 'log',
    title: words.log,
    body: html`${stylesheet('acts')}
${view.refused && html`<p class="mistake" role="alert">${view.refused[moderator.language]}</p>`}
<p class="quiet">${words.hint}</p>
${logFilter(view)}
${entries.length === 0 && html`<p class="empty">${none}</p>`}
${byDays(entries, moderator.language).map(([day, ofDay]) => dayOf(day, ofDay, view, words))}
${nextCursor && html`<p><a class="button" rel="next" href="/moderation/log?${logParameters(asked, nextCursor)}">${on}</a></p>`}`,
  });
}

const dates = formatsOf(
  (locale) =>
    new Intl.DateTimeFormat(locale, {
      timeZone,
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
    }),
);
const clocks = formatsOf(
  () => new Intl.DateTimeFormat('vi', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
);

function byDays(entries: readonly LogEntry[], language: Language): [string, LogEntry[]][] {
  return [...Map.groupBy(entries, ({ createdAt }) => dates(language).format(createdAt))];
}

function dayOf(day: string, entries: readonly LogEntry[], view: LogPageView, words: LogPageWording): Html {
  const id = `day-${entries[0]?.id}`;
  return html`<section class="day" aria-labelledby="${id}">
<h2 id="${id}">${day}</h2>
<ol class="acts">
${entries.map((entry) => row(entry, view, words))}</ol>
</section>`;
}

function row(entry: LogEntry, view: LogPageView, words: LogPageWording): Html {
  const { id, createdAt, access } = entry;
  const { language, sites } = view.moderator;
  const site = 'site' in entry && sites.length > 1 && entry.site;
  return html`<li class="deed" id="a-${id}" data-id="${id}" tabindex="-1">
<time datetime="${new Date(createdAt).toISOString()}">${clocks(language).format(createdAt)}</time>
<div class="what">
<p class="line">${lineOf(entry, language)}</p>
${detailsOf(entry, language)}
</div>
<p class="where quiet">${access !== null && access !== 'desk' && words.accesses[access]}${site && html` <bdi>${site}</bdi>`}</p>
<div class="fate">${fate(entry, view, words)}</div>
</li>
`;
}

function fate(entry: LogEntry, { mayUndo, asked }: LogPageView, words: LogPageWording): Html {
  const { id, undoes, undoneBy } = entry;
  if ('endedAt' in entry && entry.endedAt === null && !mayUndo(entry)) return html`${words.goesOn}`;
  if (undoes) return html`<a class="target" href="#a-${undoes}">${words.undoes}</a>`;
  if (undoneBy) return html`<a class="target" href="#a-${undoneBy}">${words.undone}</a>`;
  return html`${
    mayUndo(entry) &&
    html`<form method="post" action="/moderation/acts/${id}/undo"><input type="hidden" name="back" value="${logParameters(asked)}"><button class="act undo">${words.undo}</button></form>`
  }`;
}
