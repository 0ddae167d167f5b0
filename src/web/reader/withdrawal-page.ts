import { html } from 'hono/html';
import { renderBody } from '../body.ts';
import type { Html } from '../layout.ts';
import type { ReceiptView } from '../views.ts';
import { receiptLayout } from './receipt-layout.ts';
import { readerWording } from './wording.ts';

export type WithdrawalView = Pick<ReceiptView, 'site' | 'receipt' | 'author' | 'body'>;

/** Asks once more before a comment is withdrawn. */
export function withdrawalPage({ site, receipt, author, body }: WithdrawalView): Html {
  const words = readerWording[site.language];
  return receiptLayout(
    site,
    words.sureToWithdraw,
    html`<article class="quoted">
<p class="quiet"><b><bdi>${author}</bdi></b></p>
<p class="typed" dir="auto">${renderBody(body)}</p>
</article>
<p>${words.withdrawn}</p>
<form method="post" action="/receipts/${receipt}/withdraw">
<p><button class="button main">${words.withdraw}</button></p>
</form>
<p><a class="target" href="/receipts/${receipt}">${words.back}</a></p>`,
  );
}
