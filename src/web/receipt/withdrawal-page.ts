import { html } from 'hono/html';
import type { Html } from '../layout.ts';
import { type AskedView, questionPage } from './question-page.ts';
import { receiptWording } from './wording.ts';

/** Asks once more before a comment is withdrawn. */
export function withdrawalPage(view: AskedView): Html {
  const words = receiptWording[view.site.language];
  return questionPage(view, {
    title: words.sureToWithdraw,
    what: html`<p>${words.withdrawn}</p>`,
    action: `/receipts/${view.receipt}/withdraw`,
    yes: words.withdraw,
  });
}
