import { html } from 'hono/html';
import type { Html } from '../layout.ts';
import { type ChartText, drawing, heightOf, percent, plot, roundUp, scaled, tickUnder } from './chart.ts';

export interface MarkedColumn {
  /** Stands under the bar; empty where there is no room for one. */
  tick: string;
  /** Told when the bar is pointed at. */
  told: string;
  bar: number;
  /** Across the bar, at the height of another figure. */
  mark: number;
}

/** Bars side by side, each with a mark to compare it with. */
export function markedBars(
  text: ChartText,
  columns: readonly MarkedColumn[],
  format: (value: number) => string,
): Html {
  const top = roundUp(Math.max(1, ...columns.map(({ bar, mark }) => Math.max(bar, mark))));
  const of = columns.length;
  const bars = columns.map(({ told, bar, mark }, at) => {
    const barTop = heightOf(bar, top);
    return html`<g><title>${told}</title>
<rect class="arrived" x="${percent((at + 0.18) / of)}" width="${percent(0.64 / of)}" y="${barTop}" height="${plot.top + plot.height - barTop}"/>
<rect class="decided" x="${percent((at + 0.06) / of)}" width="${percent(0.88 / of)}" y="${heightOf(mark, top) - 1.5}" height="3"/></g>`;
  });
  return drawing(
    text,
    plot.top + plot.height + plot.foot,
    scaled(top, format, html`${bars}${columns.map(({ tick }, at) => tick && tickUnder(tick, at, of))}`),
  );
}
