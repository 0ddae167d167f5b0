import { html } from 'hono/html';
import type { Language } from '../../language/language.ts';
import type { RuleOutcome } from '../../store/queue/statistics.ts';
import type { Html } from '../layout.ts';
import { formatNumber } from '../time.ts';
import { shareBars } from './chart.ts';
import { formatShare } from './figures.ts';
import type { StatisticsView } from './page.ts';
import type { StatisticsWording } from './wording.ts';

/** A share of fewer decisions says nothing. */
const fewest = 10;

/** Of what each rule held, how much moderators published anyway; the worst first. */
export function rulesSection({ outcomes, moderator }: StatisticsView, words: StatisticsWording): Html {
  const { language } = moderator;
  const drawn = outcomes.filter(({ decided }) => decided >= fewest);
  return html`<section class="card" aria-labelledby="rules-heading">
<h2 id="rules-heading">${words.rules}</h2>
${
  drawn.length === 0
    ? html`<p class="quiet">${words.rulesEmpty}</p>`
    : html`<p class="hint">${words.rulesHint}</p>${chart(drawn, language, words)}`
}
${drawn.length < outcomes.length && html`<p class="hint">${words.rulesFew(formatNumber(fewest, language))}</p>`}
${outcomes.length > 0 && table(outcomes, language, words)}
</section>`;
}

function chart(outcomes: readonly RuleOutcome[], language: Language, words: StatisticsWording): Html {
  const rows = outcomes.map((outcome) => ({
    label: nameOf(outcome, words),
    share: shareOf(outcome),
    said: formatShare(shareOf(outcome), language),
    told: words.outOf(formatNumber(outcome.published, language), formatNumber(outcome.decided, language)),
  }));
  const [worst] = outcomes;
  const summary = worst
    ? words.rulesSummary(nameOf(worst, words), formatShare(shareOf(worst), language))
    : '';
  return shareBars({ id: 'rules', title: words.rulesTitle, summary }, rows);
}

function table(outcomes: readonly RuleOutcome[], language: Language, words: StatisticsWording): Html {
  return html`<details><summary class="target">${words.table}</summary>
<div class="wide" tabindex="0" role="region" aria-labelledby="rules-heading"><table>
<thead><tr><th scope="col">${words.rule}</th><th scope="col">${words.held}</th>
<th scope="col">${words.published}</th><th scope="col">${words.share}</th></tr></thead>
<tbody>${outcomes.map(
    (outcome) => html`<tr><th scope="row">${nameOf(outcome, words)} <code>${outcome.rule}</code></th>
<td>${formatNumber(outcome.decided, language)}</td><td>${formatNumber(outcome.published, language)}</td>
<td>${formatShare(shareOf(outcome), language)}</td></tr>`,
  )}</tbody></table></div></details>`;
}

function nameOf({ rule }: RuleOutcome, words: StatisticsWording): string {
  return words.names[rule] ?? rule;
}

function shareOf({ published, decided }: RuleOutcome): number {
  return published / decided;
}
