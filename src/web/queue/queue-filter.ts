import { html } from 'hono/html';
import type { DeskWording } from '../desk/wording.ts';
import type { Html } from '../layout.ts';
import type { QueueView } from '../views.ts';
import { isNarrowed, queueAddress } from './address.ts';

const sorts = ['oldest', 'newest', 'risk'] as const;

/** What narrows the queue: the common first, the rest folded away. */
export function queueFilter(view: QueueView, words: DeskWording): Html {
  const { asked, tab, sort } = view;
  return html`<form class="filter" method="get" action="/moderation" role="search">
<input type="hidden" name="state" value="${tab}">
${view.sites.length > 1 && siteField(view, words)}
<div class="field"><label for="q">${words.search}</label>
<input id="q" name="q" type="search" value="${asked.q ?? ''}"></div>
<div class="field"><label for="sort">${words.sort}</label>
<select id="sort" name="sort">${sorts.map((name) => option(name, words.sorts[name], name === sort))}</select></div>
<button class="button">${words.filter}</button>
${isNarrowed(asked) && html`<a class="target" href="${queueAddress({ ...(asked.site && { site: asked.site }), state: tab })}">${words.clearFilter}</a>`}
${moreFields(view, words)}
${notes(view, words)}
</form>`;
}

function moreFields(view: QueueView, words: DeskWording): Html {
  const { asked } = view;
  const open = Boolean(
    asked.rule || asked.from || asked.to || asked['risk-min'] || asked.links || asked.appealed,
  );
  return html`<details class="more"${open && html` open`}><summary class="target">${words.moreFilters}</summary><div class="filter">
${ruleField(view, words)}
<div class="field"><label for="from">${words.fromDay}</label><input id="from" name="from" type="date" value="${asked.from ?? ''}"></div>
<div class="field"><label for="to">${words.toDay}</label><input id="to" name="to" type="date" value="${asked.to ?? ''}"></div>
<div class="field"><label for="risk-min">${words.riskFrom}</label><select id="risk-min" name="risk-min">${Object.entries(
    words.riskLevels,
  )
    .sort()
    .map(([level, name]) => option(level, name, level === (asked['risk-min'] ?? '')))}</select></div>
<label class="target"><input type="checkbox" name="links" value="yes"${asked.links && html` checked`}> ${words.withLinks}</label>
<label class="target"><input type="checkbox" name="appealed" value="yes"${asked.appealed && html` checked`}> ${words.withAppeal}</label>
</div></details>`;
}

function siteField({ sites, asked }: QueueView, words: DeskWording): Html {
  return html`<div class="field"><label for="site">${words.site}</label>
<select id="site" name="site"><option value="">${words.everySite}</option>
${sites.map((site) => option(site.id, site.name, site.id === asked.site))}</select></div>`;
}

function ruleField({ comments, asked }: QueueView, words: DeskWording): Html {
  const rules = new Set(comments.flatMap((comment) => comment.findings.map((finding) => finding.rule)));
  return html`<div class="field"><label for="rule">${words.rule}</label>
<input id="rule" name="rule" value="${asked.rule ?? ''}" list="rules" autocapitalize="off" spellcheck="false">
<datalist id="rules">${[...rules].sort().map((rule) => html`<option value="${rule}"></option>`)}</datalist></div>`;
}

function option(value: string, text: string, chosen: boolean): Html {
  return html`<option value="${value}"${chosen && html` selected`}>${text}</option>`;
}

/** What narrows the view without a field of its own goes along, and is said. */
function notes({ asked }: QueueView, words: DeskWording): Html {
  return html`${
    asked.article &&
    html`<p class="hint">${words.onlyArticle} <code>${asked.article}</code>.
<input type="hidden" name="article" value="${asked.article}"></p>`
  }
${asked.sender && html`<p class="hint">${words.onlySender}<input type="hidden" name="sender" value="${asked.sender}"></p>`}
${asked.like && html`<p class="hint">${words.onlyAlike}<input type="hidden" name="like" value="${asked.like}"></p>`}`;
}
