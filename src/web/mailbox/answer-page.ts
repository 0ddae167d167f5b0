import { html } from 'hono/html';
import type { Language } from '../../language/language.ts';
import { type Html, layout } from '../layout.ts';

export interface AnswerPage {
  language: Language;
  /** Who writes, and of what. */
  from: string;
  title: string;
  more: string;
  /** The address of the page, to whose parts the buttons lead. */
  path: string;
  buttons: readonly { to: 'accept' | 'stop' | 'end'; label: string; isMain?: boolean }[];
  hint?: string | undefined;
}

/** For whoever got a letter: what was said to letters at their address so far, and the buttons that say otherwise. */
export function answerPage({ language, from, title, more, path, buttons, hint }: AnswerPage): Html {
  return layout({
    language,
    title: `${title} - ${from}`,
    styles: ['receipt'],
    head: html`<meta name="robots" content="noindex">
<meta name="referrer" content="same-origin">`,
    body: html`<main class="receipt" aria-labelledby="title">
<header>
<p class="hint">${from}</p>
<h1 id="title">${title}</h1>
<p>${more}</p>
</header>
<section><div class="row">
${buttons.map(
  ({ to, label, isMain }) =>
    html`<form method="post" action="${path}/${to}"><button class="button${isMain && ' main'}">${label}</button></form>\n`,
)}</div>
${hint && html`<p class="hint">${hint}</p>`}
</section>
</main>`,
  });
}
