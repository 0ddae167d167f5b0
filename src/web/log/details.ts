import { html } from 'hono/html';
import type { Language } from '../../language/language.ts';
import type { Act } from '../../store/acts/list-acts.ts';
import type { LogEntry } from '../../store/acts/log.ts';
import type { LoggedComment, LoggedDecision } from '../../store/queue/decision-log.ts';
import { shorten } from '../body.ts';
import { askedFor } from '../desk/log-asked.ts';
import { deskWording } from '../desk/wording.ts';
import type { Html } from '../layout.ts';
import { formatNumber } from '../time.ts';
import { nameOf, saidValue } from './values.ts';
import { type LogPageWording, logPageWording } from './wording.ts';

/** What a line says beside its sentence. */
export function detailsOf(entry: LogEntry, language: Language): Html {
  const words = logPageWording[language];
  return 'action' in entry ? ofDecision(entry, language, words) : ofAct(entry, language, words);
}

function ofDecision(decision: LoggedDecision, language: Language, words: LogPageWording): Html {
  const { filter, note, comments, count } = decision;
  const others = count - comments.length;
  return html`${filter && askedFor(filter, language)}
${note && html`<p>${words.note}: ${note}</p>`}
<ul class="decided">${comments.map((comment) => html`<li>${moved(comment, count, language)}</li>`)}</ul>
${others > 0 && html`<p class="quiet">${words.more(formatNumber(others, language))}</p>`}`;
}

function moved({ author, body, from, to }: LoggedComment, count: number, language: Language): Html {
  const { states } = deskWording[language];
  const whose = count > 1 && html`<b><bdi>${author}</bdi></b> `;
  return html`${whose}${body !== '' && html`<q dir="auto">${shorten(body)}</q> `}<span class="quiet">${states[from]} → ${states[to]}</span>`;
}

function ofAct(act: Act, language: Language, words: LogPageWording): Html {
  const { about, edit, kind, details } = act;
  if (edit) return change(editSides(edit), words);
  const why = typeof details.why === 'string' && (words.why[details.why] ?? details.why);
  return html`${why && html`<p>${why}</p>`}
${about && about.body !== '' && html`<p><q dir="auto">${shorten(about.body)}</q></p>`}
${kind === 'reply' && html`<p><a href="/moderation/comments/${details.comment}">${words.about.reply?.[0]}</a></p>`}
${facts(details, language, words)}
${isSides(details) && change(namedSides(act, language), words)}`;
}

function editSides({ before, after }: NonNullable<Act['edit']>): Sides {
  const said = ({ author, body }: { author: string; body: string }) =>
    body === '' ? '' : `${author}: ${body}`;
  return { before: [said(before)], after: [after ? said(after) : ''] };
}

interface Sides {
  before: string[];
  after: string[];
}

function change({ before, after }: Sides, words: LogPageWording): Html {
  const side = (lines: string[]) =>
    lines.map((line) => html`<span dir="auto">${line === '' ? words.nothing : shorten(line)}</span>`);
  return html`<dl class="change"><dt>${words.before}</dt><dd>${side(before)}</dd><dt>${words.after}</dt><dd>${side(after)}</dd></dl>`;
}

function isSides(details: object): details is { before: object; after: object } {
  return 'before' in details && 'after' in details && [details.before, details.after].every(isObject);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Both sides line by line, each part by its name; of words, each is its own. */
function namedSides({ kind, details }: Act, language: Language): Sides {
  const isWords = kind === 'words' || details.of === 'words';
  const lines = (side: object) =>
    Object.entries(side).map(([name, value]) =>
      isWords
        ? `${name}: ${logPageWording[language].effects[String(value)] ?? logPageWording[language].nothing}`
        : `${nameOf(name, language)}: ${saidValue(name, value, language)}`,
    );
  return { before: lines(details.before as object), after: lines(details.after as object) };
}

function facts(details: Record<string, unknown>, language: Language, words: LogPageWording): Html {
  const shown = Object.entries(words.facts).flatMap(([name, label]) => {
    const value = details[name];
    if (value === undefined || value === null || value === '' || value === false) return [];
    if (typeof value === 'object') return [];
    return html`<dt>${label}</dt><dd><bdi>${saidValue(name, value, language)}</bdi></dd>`;
  });
  return html`${shown.length > 0 && html`<dl class="facts">${shown}</dl>`}`;
}
