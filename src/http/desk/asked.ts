import type { z } from '@hono/zod-openapi';
import { languages } from '../../language/language.ts';
import { parseQuery, type RuleTerm } from '../../language/search/query.ts';
import { withoutMarks, wordsIn } from '../../language/search/words.ts';
import type { QueueFilter } from '../../store/queue/queue-filter.ts';
import { namedRules, ruleName } from '../../web/rule-names.ts';
import { type queueFilter, startOfDay } from './queue-shapes.ts';

/** What the queue is narrowed by, what is searched for beside the fields of their own. */
export function toQueueFilter(
  { site: _, state: tab, 'risk-min': riskMin, 'risk-max': riskMax, ...same }: z.infer<typeof queueFilter>,
  sites: readonly string[],
): QueueFilter {
  const filter = { ...same, sites, tab, riskMin, riskMax };
  return same.q === undefined ? filter : searched(filter, same.q);
}

function searched(filter: QueueFilter, q: string): QueueFilter {
  const { rules, from, to } = parseQuery(q);
  return {
    ...filter,
    ...(rules.length > 0 && { rules: rules.map(toIds) }),
    ...(from && { from: Math.max(filter.from ?? Number.NEGATIVE_INFINITY, startOfDay(from)) }),
    ...(to && { to: Math.min(filter.to ?? Number.POSITIVE_INFINITY, startOfDay(to)) }),
  };
}

/** The rules that are called so, in any language, with marks or without; else what was typed, as the id of one. */
function toIds({ rule, isNot }: RuleTerm) {
  const asked = plain(rule);
  const called = namedRules.filter((id) =>
    [id, ...languages.map((language) => ruleName(id, language))].some((name) => plain(name) === asked),
  );
  return { anyOf: called.length > 0 ? called : [rule.toLowerCase()], isNot };
}

function plain(name: string): string {
  return wordsIn(withoutMarks(name.toLowerCase()))
    .map(({ word }) => word)
    .join(' ');
}
