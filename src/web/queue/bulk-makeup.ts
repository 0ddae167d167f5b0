import { html } from 'hono/html';
import type { DeskWording } from '../desk/wording.ts';
import { formatWait } from '../duration.ts';
import type { Html } from '../layout.ts';
import { ruleChip } from '../rule-names.ts';
import { formatNumber } from '../time.ts';
import { isNarrowed, queueAddress } from './address.ts';
import { bulkFields } from './bulk-form.ts';
import type { BulkView } from './bulk-page.ts';
import { criteriaOf } from './criteria.ts';

/** Which comments these are, in words and in figures, and the fields that go along with the decision. */
export function bulkMakeup(view: BulkView, words: DeskWording): Html {
  const { sample } = view;
  const told = view.refused && html`<p class="told bad" role="alert">${view.refused}</p>`;
  if (sample.matching === 0) return html`${told}${criteria(view, words)}`;
  return html`${told}${criteria(view, words)}
${figures(view, words)}
${reasons(view, words)}
${risks(view, words)}
${sample.matching <= view.most && bulkFields(view, words)}`;
}

function criteria({ asked, tab, moderator, sites }: BulkView, words: DeskWording): Html {
  const site = sites.find(({ id }) => id === asked.site)?.name ?? (sites.length > 1 ? words.everySite : '');
  const said = [words.tabs[tab], site, ...criteriaOf(asked, moderator.language).map(({ text }) => text)];
  return html`<section class="block"><h2>${words.whichComments}</h2>
<p class="criteria">${said.filter(Boolean).map((text) => html`<b>${text}</b>`)}</p>
${!isNarrowed(asked) && html`<p class="hint">${words.notNarrowed}</p>`}</section>`;
}

function figures({ sample, most, moderator, now }: BulkView, words: DeskWording): Html {
  const { language } = moderator;
  const number = (value: number) => formatNumber(value, language);
  const over = sample.matching > most ? '+' : '';
  const figure = (value: string, name: string) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
  return html`<dl class="figures">${figure(number(Math.min(sample.matching, most)) + over, words.countName)}${figure(number(sample.senders), words.sendersName)}${figure(number(sample.articles), words.articlesName)}
${sample.oldest !== null && figure(formatWait(Math.max(0, now - sample.oldest), language), words.oldestName)}</dl>`;
}

function reasons({ sample, moderator }: BulkView, words: DeskWording): Html {
  const { language } = moderator;
  return html`<section class="block"><h2>${words.findings}</h2><ul class="tallied">${sample.reasons.map(
    ({ rule, count }) => html`<li>${ruleChip(rule, language)} ${formatNumber(count, language)}</li>`,
  )}${sample.withoutReason > 0 && html`<li><span class="chip clean">${words.noSuspicion}</span> ${formatNumber(sample.withoutReason, language)}</li>`}</ul></section>`;
}

function risks({ sample, asked, tab, moderator, most }: BulkView, words: DeskWording): Html {
  const all = Math.max(1, Math.min(sample.matching, most));
  const rows = (['low', 'middle', 'high'] as const).map((level) => {
    const count = sample.risks[level];
    return html`<tr><th scope="row">${words.riskBands[level]}</th><td><svg class="meter risk ${level}" aria-hidden="true"><rect width="100%" height="100%"/><rect class="fill" width="${((count / all) * 100).toFixed(1)}%" height="100%"/></svg></td><td>${formatNumber(count, moderator.language)}</td></tr>`;
  });
  const without = queueAddress({ ...asked, state: tab, 'risk-max': '0.699999' }).replace('?', '/bulk?');
  return html`<section class="block"><h2>${words.risk}</h2><table class="bins"><tbody>${rows}</tbody></table>
${sample.risks.high > 0 && sample.risks.high < all && html`<p><a href="${without}">${words.withoutHigh}</a></p>`}</section>`;
}
