import { html } from 'hono/html';
import type { Html } from '../layout.ts';
import type { StatisticsView } from './page.ts';
import type { StatisticsWording } from './wording.ts';

interface Board {
  /** What its file of figures is called too. */
  name: string;
  heading: string;
  body: Html;
}

/** A part of the page, with its figures as a file to take along. */
export function board({ name, heading, body }: Board, view: StatisticsView, words: StatisticsWording): Html {
  return html`<section class="board" aria-labelledby="${name}-heading">
<div class="headed"><h2 id="${name}-heading">${heading}</h2>
<a class="target" href="/moderation/statistics/${name}.csv?${askedFor(view, view.days)}" download aria-label="${words.csv}: ${heading}">${words.csv}</a></div>
${body}</section>`;
}

/** A table that may be wider than a telephone. */
export function wideTable(name: string, head: Html, body: Html): Html {
  return html`<div class="slide" tabindex="0" role="group" aria-labelledby="${name}-heading"><table>
${head}${body}</table></div>`;
}

export function folded(table: Html, words: StatisticsWording): Html {
  return html`<details class="fold"><summary class="target">${words.table}</summary>${table}</details>`;
}

/** The parameters of an address for these sites and so many days. */
export function askedFor({ site }: StatisticsView, days: number): string {
  return String(new URLSearchParams({ ...(site !== null && { site }), days: String(days) }));
}
