import { html } from 'hono/html';
import type { Language } from '../../language/language.ts';
import type { RuleOutcome } from '../../store/statistics/rules.ts';
import type { Html } from '../layout.ts';
import { ruleName } from '../rule-names.ts';
import { formatNumber } from '../time.ts';
import { board, folded, wideTable } from './board.ts';
import { shareBars } from './chart.ts';
import { formatShare } from './figures.ts';
import type { StatisticsView } from './page.ts';
import type { StatisticsWording } from './wording.ts';

/** A share of fewer decisions says nothing. */
const fewest = 10;

/** Of what each rule held, how much moderators published anyway; the worst first. */
export function rulesSection(view: StatisticsView, words: StatisticsWording): Html {
  const { outcomes, moderator } = view;
  const { language } = moderator;
  const drawn = outcomes.filter(({ decided }) => decided >= fewest);
  const few = words.rulesFew(formatNumber(fewest, language));
  const body = html`${
    drawn.length === 0
      ? html`<p class="quiet">${words.rulesEmpty}</p>`
      : html`<p class="hint">${words.rulesHint}</p>${chart(drawn, language, words)}`
  }
${drawn.length < outcomes.length && html`<p class="hint">${few}</p>`}
${outcomes.length > 0 && folded(table(outcomes, language, words), words)}
<p class="hint"><a href="/moderation/filter">${words.tuning}</a></p>`;
  return board({ name: 'rules', heading: words.rules, body }, view, words);
}

function chart(outcomes: readonly RuleOutcome[], language: Language, words: StatisticsWording): Html {
  const rows = outcomes.map((outcome) => ({
    label: ruleName(outcome.rule, language),
    share: shareOf(outcome),
    said: formatShare(shareOf(outcome), language),
    told: words.outOf(formatNumber(outcome.published, language), formatNumber(outcome.decided, language)),
  }));
  const [worst] = outcomes;
  const summary = worst
    ? words.rulesSummary(ruleName(worst.rule, language), formatShare(shareOf(worst), language))
    : '';
  return shareBars({ id: 'rules', title: words.rulesTitle, summary }, rows);
}

function table(outcomes: readonly RuleOutcome[], language: Language, words: StatisticsWording): Html {
  return wideTable(
    'rules',
    html`<thead><tr><th scope="col">${words.rule}</th><th scope="col">${words.held}</th>
<th scope="col">${words.publishedAnyway}</th><th scope="col">${words.share}</th></tr></thead>`,
    html`<tbody>${outcomes.map(
      (outcome) => html`<tr><th scope="row">${ruleName(outcome.rule, language)}</th>
<td>${formatNumber(outcome.decided, language)}</td><td>${formatNumber(outcome.published, language)}</td>
<td>${formatShare(shareOf(outcome), language)}</td></tr>`,
    )}</tbody>`,
  );
}

function shareOf({ published, decided }: RuleOutcome): number {
  return published / decided;
}
