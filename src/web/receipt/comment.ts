import { html } from 'hono/html';
import { renderBody } from '../body.ts';
import type { Html } from '../layout.ts';
import type { ReceiptView } from '../views.ts';
import { ownWords } from './own-words.ts';
import type { ReceiptWording } from './wording.ts';

/** The comment of a receipt, what was said beside it, and the way back to its article. */
export function receiptComment(view: ReceiptView, words: ReceiptWording): Html {
  return html`<section aria-labelledby="comment"><h2 id="comment">${words.yourComment}</h2>
${!view.erased && ownWords(view)}
${!view.erased && original(view, words)}
${view.appeal && html`<h3>${words.yourAppeal}</h3>\n<p class="typed" dir="auto">${renderBody(view.appeal.text)}</p>`}
${wayBack(view, words)}
</section>`;
}

function wayBack({ articlePage, articleTitle }: ReceiptView, words: ReceiptWording): Html {
  const link = (text: string) => html`<a href="${articlePage}" rel="noreferrer">${text}</a>`;
  if (!articleTitle) return html`<p class="hint">${link(words.toArticle)}</p>`;
  return html`<p class="hint">${words.sentTo}: ${link(articleTitle)}</p>`;
}

function original({ original, state }: ReceiptView, words: ReceiptWording) {
  if (!original) return '';
  return html`<p><strong>${state === 'published' ? words.editedBefore : words.edited}</strong></p>
<h3>${words.original}</h3>
<p class="hint"><b><bdi>${original.author}</bdi></b></p>
<p class="typed" dir="auto">${renderBody(original.body)}</p>`;
}
