import { html } from 'hono/html';
import type { Html } from '../layout.ts';
import { mailboxWording } from '../mailbox/wording.ts';
import type { ReceiptView } from '../views.ts';

/** Whether mail tells what becomes of the comment, and the button that changes it. */
export function notifySection({ receipt, followed, site }: ReceiptView): Html | '' {
  if (followed === null) return '';
  const words = mailboxWording[site.language].receipt;
  return html`<section aria-labelledby="told"><h2 id="told">${words.title}</h2>
<p>${followed ? words.on : words.off}</p>
<form method="post" action="/receipts/${receipt}/notify">
<input type="hidden" name="notify" value="${followed ? 'no' : 'yes'}">
<p><button class="button" aria-describedby="telling">${followed ? words.end : words.begin}</button></p>
<p class="hint" id="telling">${words.hint}</p>
</form></section>`;
}
