import { html } from 'hono/html';
import type { Html } from '../layout.ts';
import type { LogView } from './log-page.ts';
import { logWording } from './log-wording.ts';
import { deskWording } from './wording.ts';

const deeds = ['publish', 'reject', 'spam', 'restore', 'undo'] as const;
const names = ['site', 'moderator', 'action', 'from', 'to'];

/** What narrows the log, and the same as a table to keep. */
export function logFilterForm({ moderator, asked }: LogView): Html {
  const [words, more] = [deskWording[moderator.language], logWording[moderator.language]];
  return html`<form class="filter" method="get" action="/moderation/decisions" role="search">
${moderator.sites.length > 1 && siteField(moderator.sites, asked.site, words)}
<div class="field"><label for="moderator">${words.moderator}</label>
<input id="moderator" name="moderator" value="${asked.moderator ?? ''}" autocapitalize="off" spellcheck="false"></div>
<div class="field"><label for="action">${more.action}</label>
<select id="action" name="action"><option value="">${more.anyAction}</option>
${deeds.map((deed) => option(deed, more.actions[deed], asked.action))}</select></div>
<div class="field"><label for="from">${more.fromDay}</label><input id="from" name="from" type="date" value="${asked.from ?? ''}"></div>
<div class="field"><label for="to">${more.toDay}</label><input id="to" name="to" type="date" value="${asked.to ?? ''}"></div>
<button class="button">${words.filter}</button>
${isNarrowed(asked) && html`<a class="target" href="/moderation/decisions">${words.clearFilter}</a>`}
</form>
<p class="row"><a class="target" href="/moderation/decisions.csv?${logParameters(asked)}" download>${more.table}</a>
<span class="hint">${more.tableHint}</span></p>`;
}

function siteField(
  sites: readonly string[],
  chosen: string | undefined,
  words: { site: string; everySite: string },
) {
  return html`<div class="field"><label for="site">${words.site}</label>
<select id="site" name="site"><option value="">${words.everySite}</option>
${sites.map((site) => option(site, site, chosen))}</select></div>`;
}

function option(value: string, text: string, chosen: string | undefined): Html {
  return html`<option value="${value}"${value === chosen && html` selected`}>${text}</option>`;
}

export function isNarrowed(asked: LogView['asked']): boolean {
  return names.some((name) => asked[name]);
}

/** The parameters that lead to this view of the log, without a question mark. */
export function logParameters(asked: LogView['asked'], cursor?: string): URLSearchParams {
  const given = [...names.map((name) => [name, asked[name]] as const), ['cursor', cursor] as const];
  return new URLSearchParams(
    given.flatMap(([name, value]) => (value ? [[name, value] as [string, string]] : [])),
  );
}
