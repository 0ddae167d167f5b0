import { html } from 'hono/html';
import type { Language } from '../../language/language.ts';
import type { LoggedDecision } from '../../store/queue/decision-log.ts';
import type { Html } from '../layout.ts';
import { ruleName } from '../rule-names.ts';
import { formatNumber, formatTime } from '../time.ts';
import { logWording } from './log-wording.ts';
import { deskWording } from './wording.ts';

/** In words, what the queue was asked for when all that matched was decided at once. */
export function askedFor(filter: NonNullable<LoggedDecision['filter']>, language: Language): Html {
  const words = logWording[language];
  return html`<p>${words.byFilter} ${Object.entries(filter).map(
    ([name, value], index) =>
      html`${index > 0 && ' · '}${words.asked[name] ?? name} <code>${toWords(name, value, language)}</code>`,
  )}</p>`;
}

function toWords(name: string, value: unknown, language: Language): string {
  const words = logWording[language];
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (name === 'tab') return tabNames(language)[String(value)] ?? String(value);
  if (name === 'rule') return ruleName(String(value), language);
  if (name.startsWith('risk')) return formatNumber(Math.round(Number(value) * 100), language);
  if (typeof value !== 'number') return String(value);
  return ['from', 'to', 'appealedFrom'].includes(name)
    ? formatTime(value, language)
    : formatNumber(value, language);
}

function tabNames(language: Language): Record<string, string> {
  return deskWording[language].tabs;
}
