import { html } from 'hono/html';
import { hourMs, vietnamMs } from '../../world/clock.ts';
import type { Html } from '../layout.ts';
import { formatNumber } from '../time.ts';
import { board } from './board.ts';
import { formatStretch } from './figures.ts';
import type { StatisticsView } from './page.ts';
import type { StatisticsWording } from './wording.ts';

/** What waits just now, and how today goes. */
export function nowSection(view: StatisticsView, words: StatisticsWording): Html {
  const { waiting, decidedLast, moderator } = view;
  const number = (value: number) => formatNumber(value, moderator.language);
  const time = (ms: number | null) => (ms === null ? '–' : formatStretch(ms, moderator.language));
  const usual = usualByNow(view);
  const { published, rejected, spam, waits } = decidedLast;
  return board(
    {
      name: 'waiting',
      heading: words.now,
      body: html`<dl class="figures">
${figure(words.waiting, number(waiting.comments), words.late(number(waiting.late)))}
${figure(words.oldest, time(waiting.oldestMs), words.half(time(waiting.medianMs)))}
${figure(words.arrived, number(arrivedOn(view, view.period.last)), usual !== null && words.usual(number(usual)))}
${figure(
  words.decidedToday,
  number(decidedLast.decided),
  words.decidedAs(number(published), number(rejected), number(spam)),
)}
${figure(words.median, time(waits?.medianMs ?? null), waits && words.long(time(waits.longMs)))}
</dl>`,
    },
    view,
    words,
  );
}

function figure(name: string, value: string, hint: string | false | null): Html {
  return html`<div><dt>${name}</dt><dd>${value}</dd>${hint && html`<dd class="hint">${hint}</dd>`}</div>`;
}

function arrivedOn({ hours }: StatisticsView, asked: number): number {
  return hours.filter(({ day }) => day === asked).reduce((sum, { arrived }) => sum + arrived, 0);
}

/** Fewer days than these say nothing of what is usual. */
const fewestDays = 3;

/** How many come by this time of the day on the days before, on average; null where there are too few. */
function usualByNow({ hours, period, now }: StatisticsView): number | null {
  const before = hours.filter(({ day, arrived }) => day < period.last && arrived > 0);
  const days = new Set(before.map(({ day }) => day)).size;
  if (days < fewestDays) return null;
  const hour = Math.floor((now + vietnamMs) / hourMs) % 24;
  const past = (now % hourMs) / hourMs;
  const weight = (at: number) => (at < hour ? 1 : at === hour ? past : 0);
  return Math.round(before.reduce((sum, one) => sum + weight(one.hour) * one.arrived, 0) / days);
}
