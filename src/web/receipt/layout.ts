import { html } from 'hono/html';
import type { Site } from '../../sites/site.ts';
import { type Html, layout } from '../layout.ts';
import { receiptWording } from './wording.ts';

export interface ReceiptPage {
  site: Site;
  title: string;
  /** The sentence under the title. */
  more?: string;
  head?: Html;
  body: Html;
}

/** A page for whoever holds a receipt: not to be found, and its address told to nobody. */
export function receiptLayout({ site, title, more, head, body }: ReceiptPage): Html {
  return layout({
    language: site.language,
    title: `${title} - ${site.name}`,
    styles: ['receipt'],
    head: html`<meta name="robots" content="noindex">
<meta name="referrer" content="same-origin">
${head}`,
    body: html`<main class="receipt" aria-labelledby="title">
<header>
<p class="hint">${site.name} · ${receiptWording[site.language].following}</p>
<h1 id="title">${title}</h1>
${more && html`<p>${more}</p>`}
</header>
${body}
</main>`,
  });
}
