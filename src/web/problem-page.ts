import { html } from 'hono/html';
import { type Html, noteLayout } from './layout.ts';
import type { ProblemView } from './views.ts';

/** A request that was not granted, told to a person. */
export function problemPage({ language, title, detail }: ProblemView): Html {
  return noteLayout({
    language,
    title,
    head: html`<meta name="robots" content="noindex">`,
    body: html`<h1>${title}</h1>
<p id="detail">${detail}</p>`,
  });
}
