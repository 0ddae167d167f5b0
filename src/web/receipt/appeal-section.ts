import { html } from 'hono/html';
import { field, mistakesOf } from '../field.ts';
import type { Html } from '../layout.ts';
import type { ReceiptView } from '../views.ts';
import type { ReceiptWording } from './wording.ts';

/** Where a comment was not published, and its author has not asked yet: the form to ask for another look. */
export function appealSection(view: ReceiptView, words: ReceiptWording): Html | '' {
  if (view.appeal || !isRefused(view)) return '';
  const { receipt, form, site } = view;
  return html`<section aria-labelledby="appeal"><h2 id="appeal">${words.mayAppeal}</h2>
<form method="post" action="/receipts/${receipt}/appeal" novalidate>
${field({
  name: 'text',
  label: words.appealWhy,
  hint: words.appealHint,
  mistakes: mistakesOf(form.errors, ['text'], site.language),
  input: (more) => html`<textarea id="text" name="text" rows="4" required${more}>
${form.text}</textarea>`,
})}
<p><button class="button main">${words.askAgain}</button></p>
</form></section>`;
}

export function isRefused({ state }: Pick<ReceiptView, 'state'>): boolean {
  return state === 'rejected' || state === 'spam';
}
