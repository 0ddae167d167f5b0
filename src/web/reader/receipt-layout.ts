import { html } from 'hono/html';
import type { Site } from '../../sites/site.ts';
import { type Html, noteLayout } from '../layout.ts';

/** A page for whoever holds a receipt: not to be found, and its address told to nobody. */
export function receiptLayout({ language, name }: Site, title: string, body: Html): Html {
  return noteLayout({
    language,
    title: `${title} - ${name}`,
    head: html`<meta name="robots" content="noindex">
<meta name="referrer" content="same-origin">`,
    body: html`<p class="quiet">${name}</p>
<h1>${title}</h1>
${body}`,
  });
}
