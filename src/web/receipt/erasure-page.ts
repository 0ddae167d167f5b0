import { html } from 'hono/html';
import type { Html } from '../layout.ts';
import { type AskedView, questionPage } from './question-page.ts';
import { receiptWording } from './wording.ts';

/** Asks once more before a comment is erased, and says what becomes of it. */
export function erasurePage(view: AskedView): Html {
  const words = receiptWording[view.site.language];
  return questionPage(view, {
    title: words.sureToErase,
    what: html`<ul>${words.whatIsErased.map((line) => html`<li>${line}</li>`)}</ul>`,
    action: `/receipts/${view.receipt}/erasure`,
    yes: words.erase,
  });
}
