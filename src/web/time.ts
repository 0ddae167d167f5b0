import { html } from 'hono/html';
import { ago, formatDate, timeZone } from '../language/ago.ts';
import { formatsOf } from '../language/formats.ts';
import type { Language } from '../language/language.ts';
import type { Html } from './layout.ts';

const minutes = { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const times = formatsOf(() => new Intl.DateTimeFormat('vi', minutes));
const zone: Record<Language, string> = { vi: '', en: ' GMT+7' };

/** Milliseconds as a `<time>`, in the time of Vietnam. */
export function renderTime(at: number, language: Language): Html {
  return html`<time datetime="${new Date(at).toISOString()}">${formatTime(at, language)}</time>`;
}

/** The same by how long ago it was, with the full time for who points at it and for machines. */
export function renderAgo(at: number, now: number, language: Language): Html {
  return html`<time datetime="${new Date(at).toISOString()}" title="${formatTime(at, language)}">${ago(at, now, language)}</time>`;
}

export function formatTime(at: number, language: Language): string {
  return `${times(language).format(at)} ${formatDate(at, language)}${zone[language]}`;
}

export { formatNumber } from '../language/numbers.ts';
