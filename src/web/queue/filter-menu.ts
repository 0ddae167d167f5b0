import { html } from 'hono/html';
import { icon } from '../desk/icons.ts';
import type { DeskWording } from '../desk/wording.ts';
import type { Html } from '../layout.ts';
import { namedRules, ruleName } from '../rule-names.ts';
import type { QueueView } from '../views.ts';
import { type Asked, queueAddress } from './address.ts';
import { criteriaOf } from './criteria.ts';

/** What has no field of its own in the menu, and goes along. */
const carried = ['site', 'sort', 'q', 'sender', 'like', 'risk-max'] as const;

/** What narrows the queue, folded away, with how many conditions there are. */
export function filterMenu(view: QueueView, words: DeskWording): Html {
  const { asked, tab, moderator } = view;
  const used = criteriaOf(asked, moderator.language).length;
  return html`<details class="pop end filters"><summary title="${words.filter}">${icon('funnel')}<span class="word">${words.filter}</span>${used > 0 && html` <span class="count">${used}</span>`}${icon('down')}</summary>
<form class="panel fields" method="get" action="/moderation">
<input type="hidden" name="state" value="${tab}">
${carried.map((name) => asked[name] && html`<input type="hidden" name="${name}" value="${asked[name]}">`)}
${ruleField(view, words)}
<label>${words.riskFrom}<select name="risk-min">${riskLevels(asked, words)}</select></label>
<label>${words.fromDay}<input name="from" type="date" value="${asked.from ?? ''}"></label>
<label>${words.toDay}<input name="to" type="date" value="${asked.to ?? ''}"></label>
<label class="whole">${words.article}<input name="article" value="${asked.article ?? ''}" placeholder="${words.articleKey}" autocapitalize="off" spellcheck="false"></label>
<label class="tick"><input type="checkbox" name="links" value="yes"${asked.links && html` checked`}> ${words.withLinks}</label>
<label class="tick"><input type="checkbox" name="appealed" value="yes"${asked.appealed && html` checked`}> ${words.withAppeal}</label>
<p class="whole ends"><a href="${queueAddress({ ...(asked.site && { site: asked.site }), state: tab })}">${words.clearFilter}</a>
<button class="act main">${words.apply}</button></p>
</form></details>`;
}

function ruleField({ asked, moderator }: QueueView, words: DeskWording): Html {
  const given = asked.rule && !namedRules.includes(asked.rule) ? [asked.rule] : [];
  return html`<label>${words.rule}<select name="rule"><option value="">${words.anyRule}</option>
${[...namedRules, ...given].map((rule) => option(rule, ruleName(rule, moderator.language), rule === asked.rule))}</select></label>`;
}

function riskLevels(asked: Asked, words: DeskWording): Html[] {
  const chosen = asked['risk-min'] ?? '';
  const levels = Object.entries(words.riskLevels).sort();
  if (!(chosen in words.riskLevels)) levels.push([chosen as keyof typeof words.riskLevels, chosen]);
  return levels.map(([level, name]) => option(level, name, level === chosen));
}

function option(value: string, text: string, chosen: boolean): Html {
  return html`<option value="${value}"${chosen && html` selected`}>${text}</option>`;
}
