import { html } from 'hono/html';
import type { Language } from '../language/language.ts';
import { type StyleName, stylesheet } from './files.ts';

/** What a template returns. */
export type Html = ReturnType<typeof html>;

export interface Page {
  language: Language;
  title: string;
  /** Names of stylesheets after `base.css`. */
  styles?: readonly StyleName[];
  /** Whether it does without `base.css`. */
  plain?: boolean;
  /** More for the head: scripts, metadata. */
  head?: Html;
  bodyClass?: string;
  body: Html;
}

const icon =
  'data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 viewBox=%220 0 16 16%22%3E%3Cpath fill=%22%23777%22 d=%22M1 2h14v9H8l-4 4v-4H1z%22/%3E%3C/svg%3E';

/** A whole document. */
export function layout({ language, title, styles = [], plain = false, head, bodyClass, body }: Page): Html {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="${icon}">
${[...(plain ? [] : (['base'] as const)), ...styles].map(stylesheet)}
${head}
</head>
<body${bodyClass && html` class="${bodyClass}"`}>
${body}
</body>
</html>`;
}

/** A document of one narrow column that says one thing. */
export function noteLayout(page: Page): Html {
  return layout({ ...page, body: html`<main class="note">${page.body}</main>` });
}
