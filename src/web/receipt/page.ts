import { html } from 'hono/html';
import { script } from '../files.ts';
import type { Html } from '../layout.ts';
import type { ReceiptView } from '../views.ts';
import { appealSection, isRefused } from './appeal-section.ts';
import { receiptComment } from './comment.ts';
import { receiptLayout } from './layout.ts';
import { notifySection } from './notify-section.ts';
import { receiptSteps } from './steps.ts';
import { type ReceiptWording, receiptWording } from './wording.ts';

/** What became of a comment, for whoever holds its receipt. */
export function receiptPage(view: ReceiptView): Html {
  const words = receiptWording[view.site.language];
  return receiptLayout({
    site: view.site,
    ...tell(view, words),
    body: html`${view.form.failure && html`<p class="notice bad" role="alert">${view.form.failure}</p>`}
${receiptSteps(view, words)}
${view.commentPage && html`<p><a class="button main" href="${view.commentPage}" rel="noreferrer">${words.see}</a></p>`}
${appealSection(view, words)}
${receiptComment(view, words)}
${notifySection(view)}
${address(view, words)}
${copyOfData(view, words)}
${!view.erased && changeOfMind(view, words)}
${script('receipt.js')}`,
  });
}

function tell(view: ReceiptView, words: ReceiptWording): { title: string; more: string } {
  if (view.erased) return words.erased;
  if (view.appeal && view.state === 'pending') return words.appealed.pending;
  if (view.appeal && isRefused(view)) return words.appealed.refused;
  return words.states[view.state];
}

/** The button is there where a script is that copies. */
function address({ address }: ReceiptView, words: ReceiptWording): Html {
  return html`<section aria-labelledby="keep"><h2 id="keep">${words.keep}</h2>
<div class="field">
<label class="unseen" for="address">${words.address}</label>
<div class="copying"><input id="address" value="${address}" readonly aria-describedby="secret">
<button class="button" type="button" data-copy="${words.copied}" hidden>${words.copy}</button></div>
<p class="hint" id="secret">${words.secret}</p>
<p class="hint" role="status"></p>
</div></section>`;
}

function copyOfData({ receipt, id }: ReceiptView, words: ReceiptWording): Html {
  return html`<section aria-labelledby="data"><h2 id="data">${words.yourData}</h2>
<p><a class="button" href="/api/v1/receipts/${receipt}/copy" download="binh-luan-${id}.json" aria-describedby="copying">${words.download}</a></p>
<p class="hint" id="copying">${words.downloadHint}</p></section>`;
}

/** The ways to two questions. They are forms, so that they look as what they lead to. */
function changeOfMind({ receipt, state }: ReceiptView, words: ReceiptWording): Html {
  const isThere = state !== 'withdrawn';
  return html`<section aria-labelledby="change"><h2 id="change">${words.changedMind}</h2>
<div class="row">${isThere && question(`/receipts/${receipt}/withdraw`, words.withdraw)}
${question(`/receipts/${receipt}/erasure`, `${words.erase}…`)}</div>
<p class="hint" id="changing">${isThere ? words.withdrawing : words.erasing}</p></section>`;
}

function question(address: string, label: string): Html {
  return html`<form method="get" action="${address}"><button class="button" aria-describedby="changing">${label}</button></form>`;
}
