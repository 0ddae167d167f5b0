import { html } from 'hono/html';
import type { Html } from '../layout.ts';
import { renderTime } from '../time.ts';
import { accountField } from './account-field.ts';
import type { AccountView, FactorView } from './page.ts';
import { qrCode } from './qr-code.ts';
import type { AccountWording } from './wording.ts';

type Begun = Extract<FactorView, { state: 'begun' }>;
type On = Extract<FactorView, { state: 'on' }>;

/** The recovery codes, this once. */
export function newCodesCard(codes: readonly string[], words: AccountWording): Html {
  return html`<section class="card told" role="status" aria-labelledby="codes-heading">
<h2 id="codes-heading">${words.newCodes}</h2>
<p>${words.keepCodes}</p>
<ul class="codes">${codes.map((code) => html`<li><code>${code}</code></li>`)}</ul>
<p><a class="button" href="/moderation/account">${words.codesKept}</a></p></section>`;
}

export function factorCard(view: AccountView, words: AccountWording): Html {
  return html`<section class="card" id="second-factor" aria-labelledby="factor-heading">
<h2 id="factor-heading">${words.factor}</h2>
${content(view, words)}</section>`;
}

function content(view: AccountView, words: AccountWording): Html {
  const { factor } = view;
  switch (factor.state) {
    case 'off':
      return off(view, words);
    case 'begun':
      return begun(factor, view, words);
    case 'on':
      return on(factor, view, words);
  }
}

function off(view: AccountView, words: AccountWording): Html {
  return html`<p>${words.factorOff}</p>
<form class="stack" method="post" action="/moderation/account/second-factor">
${view.hasPassword && accountField(view, { form: 'begin', name: 'password', label: words.password, kind: 'password' })}
<p><button class="button main">${words.begin}</button></p></form>`;
}

function begun({ key, address }: Begun, view: AccountView, words: AccountWording): Html {
  const picture = qrCode(address, words.qrCode);
  return html`${picture && html`<p>${words.scan}</p>${picture}`}
<p><a class="target" href="${address}">${words.openApp}</a></p>
<p class="key">${words.orType} <code>${key.match(/.{1,4}/g)?.join(' ')}</code></p>
<form class="stack" method="post" action="/moderation/account/second-factor/confirm">
${accountField(view, { form: 'confirm', name: 'code', label: words.firstCode, kind: 'first-code' })}
<p><button class="button main">${words.confirm}</button></p></form>
<form method="post" action="/moderation/account/second-factor/cancel">
<button class="button">${words.cancel}</button></form>`;
}

function on({ since, recoveryCodes }: On, view: AccountView, words: AccountWording): Html {
  const codeField = { name: 'code', label: words.codeOrRecovery, kind: 'code' } as const;
  return html`<p>${words.factorOn} ${renderTime(since, view.moderator.language)}. ${words.recoveryLeft(recoveryCodes)}</p>
<h3>${words.renew}</h3>
<form class="stack" method="post" action="/moderation/account/recovery-codes">
${accountField(view, { ...codeField, form: 'renew', hint: words.renewHint })}
<p><button class="button">${words.renew}</button></p></form>
<h3>${words.remove}</h3>
<form class="stack" method="post" action="/moderation/account/second-factor/remove">
${view.hasPassword && accountField(view, { form: 'remove', name: 'password', label: words.password, kind: 'password' })}
${accountField(view, { ...codeField, form: 'remove' })}
<p><button class="button reject">${words.remove}</button></p></form>`;
}
