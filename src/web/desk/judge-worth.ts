import { html } from 'hono/html';
import type { Language } from '../../language/language.ts';
import type { Decided } from '../../screening/judge/worth.ts';
import type { Html } from '../layout.ts';
import { formatNumber } from '../time.ts';
import type { FilterView } from '../views.ts';

const vi = {
  title: 'Bộ lọc ngoài đã đúng đến đâu',
  none: 'Chưa có quyết định nào về bình luận mà bộ lọc ngoài đã xem.',
  over: (asked: string) => `${asked} bình luận đã được hỏi, trong số 2.000 quyết định gần nhất:`,
  said: 'Ý kiến',
  published: 'Được đăng',
  turnedDown: 'Bị loại',
  right: 'Đúng',
  held: 'Đề nghị duyệt',
  passed: 'Cho qua',
  failed: 'Không trả lời',
  median: (ms: string) => `Một nửa số câu trả lời đến trong vòng ${ms} mili giây.`,
};

const en: typeof vi = {
  title: 'How often the outside judge was right',
  none: 'Nothing was decided yet of what the outside judge was asked about.',
  over: (asked) => `${asked} comments that it was asked about, of the latest 2,000 decisions:`,
  said: 'It said',
  published: 'Published',
  turnedDown: 'Turned down',
  right: 'Right',
  held: 'Asked for review',
  passed: 'Let pass',
  failed: 'No answer',
  median: (ms) => `Half of its answers came within ${ms} milliseconds.`,
};

const wording: Record<Language, typeof vi> = { vi, en };

/** How often the site's judge outside was right; nothing where the site has none and had none. */
export function judgeWorth({ judged, site, moderator: { language } }: FilterView): Html | '' {
  if (!judged && site['judge-url'] === '') return '';
  const words = wording[language];
  const number = (value: number) => formatNumber(value, language);
  return html`<section class="card" aria-labelledby="judge-heading"><h2 id="judge-heading">${words.title}</h2>
${judged ? figures(judged, number, words) : html`<p class="quiet">${words.none}</p>`}</section>`;
}

function figures(
  { held, passed, failed, medianMs }: NonNullable<FilterView['judged']>,
  number: (value: number) => string,
  words: typeof vi,
): Html {
  const row = (name: string, decided: Decided, right: number | null) =>
    html`<tr><th scope="row">${name}</th><td>${number(decided.published)}</td><td>${number(decided.turnedDown)}</td>
<td>${right !== null && sum(decided) > 0 ? `${number(Math.round((right / sum(decided)) * 1000) / 10)}%` : '–'}</td></tr>`;
  return html`<p id="judge-over">${words.over(number(sum(held) + sum(passed) + sum(failed)))}</p>
<div class="wide" tabindex="0" role="region" aria-labelledby="judge-over"><table><thead><tr><th scope="col">${words.said}</th>
<th scope="col">${words.published}</th><th scope="col">${words.turnedDown}</th><th scope="col">${words.right}</th></tr></thead>
<tbody>${row(words.held, held, held.turnedDown)}${row(words.passed, passed, passed.published)}${row(words.failed, failed, null)}</tbody></table></div>
${medianMs !== null && html`<p class="quiet">${words.median(number(medianMs))}</p>`}`;
}

function sum({ published, turnedDown }: Decided): number {
  return published + turnedDown;
}
