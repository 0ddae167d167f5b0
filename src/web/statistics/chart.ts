import { html } from 'hono/html';
import type { Html } from '../layout.ts';

/** What a chart says to those who do not see it: a name, and a sentence that sums it up. */
export interface ChartText {
  /** Names the chart in the document; its other ids begin with it. */
  id: string;
  title: string;
  summary: string;
}

/** One part of every bar, from the ground up; `name` is also its pattern. */
export interface Layer {
  name: string;
  label: string;
}

export interface Column {
  /** Stands under the bar; empty where there is no room for one. */
  tick: string;
  /** Told when the bar is pointed at. */
  told: string;
  /** As many as there are layers. */
  parts: readonly number[];
}

export interface Row {
  label: string;
  /** 0..1 */
  share: number;
  /** The share in words, beside the label. */
  said: string;
  /** Told when the bar is pointed at. */
  told: string;
}

type Format = (value: number) => string;

export const plot = { top: 22, height: 190, foot: 24 };

/** Bars side by side, each of several layers; as wide as there is room, its letters as large as any text. */
export function stackedBars(
  text: ChartText,
  layers: readonly Layer[],
  columns: readonly Column[],
  format: Format,
): Html {
  const top = roundUp(Math.max(1, ...columns.map(({ parts }) => sum(parts))));
  const bars = columns.map((column, at) => bar(text.id, layers, column, { top, at, of: columns.length }));
  const ticks = columns.map(({ tick }, at) => tick && tickUnder(tick, at, columns.length));
  return drawing(
    text,
    plot.top + plot.height + plot.foot,
    html`${patterns(text.id)}${scaled(top, format, html`${bars}${ticks}`)}`,
  );
}

/** What is drawn on its ground, between the lines and the figures that tell its height. */
export function scaled(top: number, format: Format, body: Html): Html {
  const marks = [top / 2, top];
  return html`${marks.map((value) => html`<line class="grid" x1="0" x2="100%" y1="${heightOf(value, top)}" y2="${heightOf(value, top)}"/>`)}
${body}
<line class="ground" x1="0" x2="100%" y1="${plot.top + plot.height}" y2="${plot.top + plot.height}"/>
${marks.map((value) => html`<text class="scale" x="0" y="${heightOf(value, top) - 5}">${format(value)}</text>`)}`;
}

/** One bar below the other, each a share of the whole width, with its words above it. */
export function shareBars(text: ChartText, rows: readonly Row[]): Html {
  const rowHeight = 48;
  const drawn = rows.map(({ label, share, said, told }, at) => {
    const y = at * rowHeight;
    return html`<g><title>${told}</title><text class="label" x="0" y="${y + 18}">${label}</text>
<text class="value" x="100%" y="${y + 18}" text-anchor="end">${said}</text>
<rect class="track" x="0" y="${y + 26}" width="100%" height="12"/>
<rect class="wrong" x="0" y="${y + 26}" width="${percent(share)}" height="12"/></g>`;
  });
  return drawing(text, rows.length * rowHeight, html`${drawn}`);
}

/** What each layer looks like, in the order in which they are stacked, from the top. */
export function legend(id: string, layers: readonly Layer[]): Html {
  return html`<ul class="legend">${layers.toReversed().map(
    ({ name, label }) => html`<li><svg width="18" height="18" aria-hidden="true">
<rect class="layer" x="1" y="1" width="16" height="16" fill="url(#${id}-${name})"/></svg> ${label}</li>`,
  )}</ul>`;
}

/** A round number that is even, so that its half is whole, and not below the value. */
export function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  const rounded = [1, 2, 3, 4, 5, 6, 8, 10].map((step) => step * power);
  return rounded.find((step) => step >= value && step % 2 === 0) ?? 20 * power;
}

export function drawing({ id, title, summary }: ChartText, height: number, body: Html): Html {
  return html`<svg class="chart" role="img" width="100%" height="${height}" aria-labelledby="${id}-title" aria-describedby="${id}-desc">
<title id="${id}-title">${title}</title><desc id="${id}-desc">${summary}</desc>
${body}</svg>`;
}

/** How far down the drawing a value is. */
export function heightOf(value: number, top: number): number {
  return round(plot.top + plot.height * (1 - value / top));
}

interface Place {
  /** What a bar of full height stands for. */
  top: number;
  at: number;
  of: number;
}

function bar(id: string, layers: readonly Layer[], { parts, told }: Column, { top, at, of }: Place): Html {
  let below = 0;
  const rects = layers.map(({ name }, layer) => {
    const part = parts[layer] ?? 0;
    below += part;
    if (part === 0) return '';
    const height = round((plot.height * part) / top);
    return html`<rect class="layer" x="${percent((at + 0.14) / of)}" width="${percent(0.72 / of)}" y="${heightOf(below, top)}" height="${height}" fill="url(#${id}-${name})"/>`;
  });
  return html`<g><title>${told}</title>${rects}</g>`;
}

export function tickUnder(tick: string, at: number, of: number): Html {
  const y = plot.top + plot.height + 18;
  const [x, anchor] = at === of - 1 ? [1, 'end'] : at === 0 ? [0, 'start'] : [(at + 0.5) / of, 'middle'];
  return html`<text class="scale" x="${percent(x)}" y="${y}" text-anchor="${anchor}">${tick}</text>`;
}

/** So that layers are told apart without their colours; the colours come from the stylesheet. */
function patterns(id: string): Html {
  return html`<defs>
${pattern(id, 'published', html``)}
${pattern(id, 'pending', html`<path class="ink" d="M1 2h2M5 6h2"/>`)}
${pattern(id, 'rejected', html`<path class="ink" d="M-2 2 2 -2M0 8 8 0M6 10 10 6"/>`)}
${pattern(id, 'spam', html`<path class="ink" d="M0 4H8M4 0V8"/>`)}
${pattern(id, 'withdrawn', html`<path class="ink" d="M0 4H8"/>`)}
</defs>`;
}

function pattern(id: string, name: string, ink: Html): Html {
  return html`<pattern id="${id}-${name}" class="${name}" patternUnits="userSpaceOnUse" width="8" height="8">
<rect class="paper" width="8" height="8"/>${ink}</pattern>`;
}

function sum(parts: readonly number[]): number {
  return parts.reduce((whole, part) => whole + part, 0);
}

export function percent(share: number): string {
  return `${round(share * 100)}%`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
