import { html } from 'hono/html';
import { type Html, noteLayout } from './layout.ts';
import type { ProblemView } from './views.ts';

/** A request that was not granted, told to a person. */
export function problemPage({ language, title, detail, typed = [] }: ProblemView): Html {
  return noteLayout({
    language,
    title,
    head: html`<meta name="robots" content="noindex">`,
    body: html`<h1>${title}</h1>
<p id="detail">${detail}</p>
${typed.map(stillThere)}`,
  });
}

/** Nothing that was typed is lost with a refusal: it can be copied from here. */
export function stillThere({ label, text }: { label: string; text: string }, index: number): Html {
  return html`<div class="field"><label for="typed-${index}">${label}</label>
<textarea id="typed-${index}" rows="4" readonly>
${text}</textarea></div>`;
}
