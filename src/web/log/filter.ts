import { html } from 'hono/html';
import type { Access } from '../../acts/act.ts';
import type { KindGroup, LogKind } from '../../acts/kinds.ts';
import { deskWording } from '../desk/wording.ts';
import type { Html } from '../layout.ts';
import { deeds } from './deeds.ts';
import type { LogPageView } from './page.ts';
import { type LogPageWording, logPageWording } from './wording.ts';

const names = ['site', 'moderator', 'kind', 'group', 'access', 'from', 'to', 'q'];

/** Chips for the large groups, a form for the rest, and the same as files to keep. */
export function logFilter(view: LogPageView): Html {
  const { moderator, asked, groups } = view;
  const words = logPageWording[moderator.language];
  return html`<nav class="chips" aria-label="${words.groupsLabel}">
${chip(view, undefined, words.everything)}${Object.keys(groups).map((group) => chip(view, group as KindGroup, words.groups[group as KindGroup]))}</nav>
<form class="narrow" method="get" action="/moderation/log" role="search">
${asked.group && html`<input type="hidden" name="group" value="${asked.group}">`}
${
  moderator.sites.length > 1 &&
  choice(
    'site',
    words.site,
    words.everySite,
    moderator.sites.map((site) => [site, site]),
    asked.site,
  )
}
${text('moderator', words.who, asked.moderator)}
${kindChoice(view, words)}
${choice('access', words.access, words.anyAccess, accesses(words), asked.access)}
${day('from', words.fromDay, asked.from)}${day('to', words.toDay, asked.to)}
${text('q', words.search, asked.q, 'search')}
<button class="button">${words.narrow}</button>
${isNarrowed(asked) && html`<a class="target" href="/moderation/log">${words.clear}</a>`}
</form>
<p class="keep"><a class="target" href="/moderation/log.csv?${logParameters(asked)}" download>${words.csv}</a>
<a class="target" href="/moderation/log.jsonl?${logParameters(asked)}" download>${words.jsonl}</a>
<span class="quiet">${words.downloadHint}</span></p>`;
}

function chip({ asked }: LogPageView, group: KindGroup | undefined, label: string): Html {
  const { kind: _, group: __, ...same } = asked;
  const parameters = logParameters(group ? { ...same, group } : same);
  const isHere = asked.group === group && !asked.kind;
  return html`<a class="chip" href="/moderation/log?${parameters}"${isHere && html` aria-current="true"`}>${label}</a>`;
}

function kindChoice({ moderator, asked, groups }: LogPageView, words: LogPageWording): Html {
  const options = (Object.entries(groups) as [KindGroup, readonly LogKind[]][]).map(
    ([group, kinds]) => html`<optgroup label="${words.groups[group]}">
${kinds.map((kind) => option(kind, nameOfKind(kind, moderator.language), asked.kind))}</optgroup>`,
  );
  return html`<div class="field"><label for="kind">${words.kind}</label>
<select id="kind" name="kind"><option value="">${words.anyKind}</option>${options}</select></div>`;
}

function nameOfKind(kind: LogKind, language: LogPageView['moderator']['language']): string {
  const { actions } = deskWording[language];
  const action = Object.entries(actions).find(([name]) => name === kind)?.[1];
  return action ?? Object.entries(deeds[language]).find(([name]) => name === kind)?.[1] ?? kind;
}

function accesses(words: LogPageWording): [string, string][] {
  return Object.entries(words.accesses) as [Access, string][];
}

function choice(
  name: string,
  label: string,
  any: string,
  options: readonly (readonly [string, string])[],
  chosen: string | undefined,
): Html {
  return html`<div class="field"><label for="${name}">${label}</label>
<select id="${name}" name="${name}"><option value="">${any}</option>
${options.map(([value, words]) => option(value, words, chosen))}</select></div>`;
}

function option(value: string, words: string, chosen: string | undefined): Html {
  return html`<option value="${value}"${value === chosen && html` selected`}>${words}</option>`;
}

function text(name: string, label: string, value = '', type = 'text'): Html {
  return html`<div class="field"><label for="${name}">${label}</label>
<input id="${name}" name="${name}" type="${type}" value="${value}" maxlength="200" autocapitalize="off" spellcheck="false"></div>`;
}

function day(name: string, label: string, value = ''): Html {
  return html`<div class="field"><label for="${name}">${label}</label>
<input id="${name}" name="${name}" type="date" value="${value}"></div>`;
}

export function isNarrowed(asked: LogPageView['asked']): boolean {
  return names.some((name) => asked[name]);
}

/** The parameters that lead to this view of the log, without a question mark. */
export function logParameters(asked: LogPageView['asked'], cursor?: string): URLSearchParams {
  const given = [...names.map((name) => [name, asked[name]] as const), ['cursor', cursor] as const];
  return new URLSearchParams(
    given.flatMap(([name, value]) => (value ? [[name, value] as [string, string]] : [])),
  );
}
