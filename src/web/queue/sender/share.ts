import { html } from 'hono/html';
import type { Language } from '../../../language/language.ts';
import type { Html } from '../../layout.ts';
import { formatNumber } from '../../time.ts';
import { senderWording } from './wording.ts';

const parts = [
  ['published', 'good'],
  ['rejected', 'bad'],
  ['spam', 'spam'],
] as const;

type Counts = Readonly<Record<(typeof parts)[number][0], number>>;

/** "12 đăng · 1 từ chối · 0 spam". */
export function countsOf(counts: Counts, language: Language): Html {
  const words = senderWording[language];
  return html`${parts.map(
    ([name, role], at) =>
      html`${at > 0 && ' · '}<b class="${role}">${formatNumber(counts[name], language)}</b> ${words[name]}`,
  )}`;
}

/** The same as a bar that is drawn without a style; nothing where nothing was decided. */
export function shareBar(counts: Counts): Html {
  const all = parts.reduce((sum, [name]) => sum + counts[name], 0);
  if (all === 0) return html``;
  let before = 0;
  const drawn = parts.map(([name, role]) => {
    const [x, width] = [before, (100 * counts[name]) / all];
    before += width;
    return (
      width > 0 &&
      html`<rect class="${role}" x="${x.toFixed(1)}%" width="${width.toFixed(1)}%" height="100%"/>`
    );
  });
  return html`<svg class="share" aria-hidden="true">${drawn}</svg>`;
}
