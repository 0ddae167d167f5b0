import { html } from 'hono/html';
import { renderBody } from '../body.ts';
import type { Html } from '../layout.ts';
import type { ReceiptView } from '../views.ts';
import { erasureWording } from './erasure-wording.ts';
import { receiptLayout } from './receipt-layout.ts';

export type ErasureView = Pick<ReceiptView, 'site' | 'receipt' | 'author' | 'body' | 'erased'>;

/** Asks once more before a comment is erased, and says what becomes of it. */
export function erasurePage(view: ErasureView): Html {
  const words = erasureWording[view.site.language];
  const title = view.erased ? words.erased.title : words.sure;
  return receiptLayout(
    view.site,
    title,
    html`${view.erased ? html`<p>${words.erased.more}</p>` : confirmation(view)}
<p><a class="target" href="/receipts/${view.receipt}">${words.back}</a></p>`,
  );
}

function confirmation({ author, body, receipt, site }: ErasureView): Html {
  const words = erasureWording[site.language];
  return html`<article class="quoted">
<p class="quiet"><b><bdi>${author}</bdi></b></p>
<p class="typed" dir="auto">${renderBody(body)}</p>
</article>
<ul>${words.what.map((line) => html`<li>${line}</li>`)}</ul>
<form method="post" action="/receipts/${receipt}/erasure">
<p><button class="button main">${words.erase}</button></p>
</form>`;
}

/** On the page of a receipt: the way to that question. It is a form, so that it looks as what it leads to. */
export function erasureForm({ receipt, site }: Pick<ErasureView, 'receipt' | 'site'>): Html {
  const words = erasureWording[site.language];
  return html`<form method="get" action="/receipts/${receipt}/erasure">
<p class="hint" id="erasing">${words.erasing}</p>
<p><button class="button" aria-describedby="erasing">${words.erase}</button></p>
</form>`;
}
