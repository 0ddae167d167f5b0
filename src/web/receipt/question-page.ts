import { html } from 'hono/html';
import type { Html } from '../layout.ts';
import type { ReceiptView } from '../views.ts';
import { receiptLayout } from './layout.ts';
import { ownWords } from './own-words.ts';
import { receiptWording } from './wording.ts';

export type AskedView = Pick<ReceiptView, 'site' | 'receipt' | 'author' | 'body' | 'createdAt'>;

export interface Question {
  title: string;
  /** What a yes does. */
  what: Html;
  /** Where a yes goes, and what it is called. */
  action: string;
  yes: string;
}

/** Asks once more before something is done to a comment that cannot be undone. */
export function questionPage(view: AskedView, { title, what, action, yes }: Question): Html {
  return receiptLayout({
    site: view.site,
    title,
    body: html`<section>${ownWords(view)}</section>
<section>${what}
<form method="post" action="${action}">
<p class="row"><button class="button main">${yes}</button>
<a class="button" href="/receipts/${view.receipt}">${receiptWording[view.site.language].back}</a></p>
</form></section>`,
  });
}
