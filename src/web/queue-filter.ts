import { html } from 'hono/html';
import type { DeskWording } from './desk-wording.ts';
import type { Html } from './layout.ts';
import { queueAddress } from './queue-address.ts';
import type { QueueView } from './views.ts';

/** What narrows the queue. */
export function queueFilter(view: QueueView, words: DeskWording): Html {
  const { query } = view;
  return html`<form class="filter" method="get" action="/moderation" role="search">
<input type="hidden" name="state" value="${query.state}">
${view.sites.length > 1 && siteField(view, words)}
<div class="field"><label for="q">${words.search}</label>
<input id="q" name="q" type="search" value="${query.q ?? ''}"></div>
${ruleField(view, words)}
${sortField(query.sort, words)}
<button class="button">${words.filter}</button>
${isNarrowed(query) && html`<a class="target" href="${allOf(query)}">${words.clearFilter}</a>`}
${query.article && articleNote(query.article, words)}
</form>`;
}

function siteField({ sites, query }: QueueView, words: DeskWording): Html {
  return html`<div class="field"><label for="site">${words.site}</label>
<select id="site" name="site"><option value="">${words.everySite}</option>
${sites.map((site) => option(site.id, site.name, site.id === query.site))}</select></div>`;
}

function ruleField({ comments, query }: QueueView, words: DeskWording): Html {
  const rules = new Set(comments.flatMap((comment) => comment.findings.map((finding) => finding.rule)));
  return html`<div class="field"><label for="rule">${words.rule}</label>
<input id="rule" name="rule" value="${query.rule ?? ''}" list="rules" autocapitalize="off" spellcheck="false">
<datalist id="rules">${[...rules].sort().map((rule) => html`<option value="${rule}"></option>`)}</datalist></div>`;
}

function sortField(chosen: QueueView['query']['sort'], words: DeskWording): Html {
  return html`<div class="field"><label for="sort">${words.sort}</label>
<select id="sort" name="sort">${(['oldest', 'newest', 'risk'] as const).map((sort) =>
    option(sort, words.sorts[sort], sort === chosen),
  )}</select></div>`;
}

function option(value: string, text: string, chosen: boolean): Html {
  return html`<option value="${value}"${chosen && html` selected`}>${text}</option>`;
}

function articleNote(article: string, words: DeskWording): Html {
  return html`<p class="hint">${words.onlyArticle} <code>${article}</code>.
<input type="hidden" name="article" value="${article}"></p>`;
}

function isNarrowed({ site, rule, article, q }: QueueView['query']): boolean {
  return Boolean(site || rule || article || q);
}

function allOf({ state, sort }: QueueView['query']): string {
  return queueAddress({ state, sort, site: null, rule: null, article: null, q: null });
}
