import { html } from 'hono/html';
import { renderBody } from '../body.ts';
import { field, mistakesOf } from '../field.ts';
import type { Html } from '../layout.ts';
import { renderTime } from '../time.ts';
import type { ReceiptView } from '../views.ts';
import { erasureForm } from './erasure-page.ts';
import { erasureWording } from './erasure-wording.ts';
import { receiptLayout } from './receipt-layout.ts';
import { type ReaderWording, readerWording } from './wording.ts';

/** What became of a comment, for whoever holds its receipt. */
export function receiptPage(view: ReceiptView): Html {
  const words = readerWording[view.site.language];
  const { title, more } = tell(view, words);
  return receiptLayout(
    view.site,
    title,
    html`${view.form.failure && html`<p class="notice bad" role="alert">${view.form.failure}</p>`}
<p>${more}</p>
${!view.erased && whatThereIs(view, words)}`,
  );
}

function whatThereIs(view: ReceiptView, words: ReaderWording): Html {
  return html`${view.reason && html`<p><strong>${words.reason}:</strong> ${view.reason}</p>`}
${comment(view, words)}
${isRefused(view) && !view.appeal && appealForm(view, words)}
${view.state !== 'withdrawn' && withdrawal(view, words)}
${erasureForm(view)}
<p class="hint">${words.keep}</p>`;
}

function tell(view: ReceiptView, words: ReaderWording): { title: string; more: string } {
  if (view.erased) return erasureWording[view.site.language].erased;
  if (view.appeal && view.state === 'pending') return words.appealed.pending;
  if (view.appeal && isRefused(view)) return words.appealed.refused;
  return words.states[view.state];
}

function isRefused({ state }: ReceiptView): boolean {
  return state === 'rejected' || state === 'spam';
}

function comment(view: ReceiptView, words: ReaderWording): Html {
  return html`<article class="quoted">
<h2>${words.yourComment}</h2>
<p class="quiet"><b><bdi>${view.author}</bdi></b> ${renderTime(view.createdAt, view.site.language)}</p>
${view.articleTitle && html`<p class="quiet">${words.sentTo}: ${view.articleTitle}</p>`}
<p class="typed" dir="auto">${renderBody(view.body)}</p>
${original(view, words)}
${view.appeal && html`<h2>${words.yourAppeal}</h2>\n<p class="typed" dir="auto">${renderBody(view.appeal.text)}</p>`}
</article>`;
}

function original({ original, state }: ReceiptView, words: ReaderWording) {
  if (!original) return '';
  return html`<p><strong>${state === 'published' ? words.editedBefore : words.edited}</strong></p>
<h2>${words.original}</h2>
<p class="quiet"><b><bdi>${original.author}</bdi></b></p>
<p class="typed" dir="auto">${renderBody(original.body)}</p>`;
}

function appealForm({ receipt, form, site }: ReceiptView, words: ReaderWording): Html {
  return html`<form method="post" action="/receipts/${receipt}/appeal" novalidate>
${field({
  name: 'text',
  label: words.mayAppeal,
  hint: words.appealHint,
  mistakes: mistakesOf(form.errors, ['text'], site.language),
  input: (more) => html`<textarea id="text" name="text" rows="4" required${more}>
${form.text}</textarea>`,
})}
<p><button class="button main">${words.askAgain}</button></p>
</form>`;
}

/** The way to a question. */
function withdrawal({ receipt }: ReceiptView, words: ReaderWording): Html {
  return html`<form method="get" action="/receipts/${receipt}/withdraw">
<p class="hint" id="withdrawing">${words.withdrawing}</p>
<p><button class="button" aria-describedby="withdrawing">${words.withdraw}</button></p>
</form>`;
}
