import { html } from 'hono/html';
import type { Html } from '../layout.ts';
import { renderTime } from '../time.ts';
import { accountField } from './account-field.ts';
import type { AccountView } from './page.ts';
import { type SignInWording, signInWording } from './sign-in-wording.ts';

/** Whether the account opens to a work account too, and the way to that; nothing where there is no provider. */
export function identityCard(view: AccountView): Html | false {
  const { identity, offersProvider, moderator } = view;
  const words = signInWording[moderator.language];
  if (!identity && !offersProvider) return false;
  return html`<section class="card" aria-labelledby="identity-heading" id="identity">
<h2 id="identity-heading">${words.workAccount}</h2>
${
  identity
    ? linked(view, words)
    : html`<p>${words.notLinked}</p>
<p><a class="button" href="/moderation/account/identity">${words.beginLink}</a></p>`
}</section>`;
}

function linked(view: AccountView, words: SignInWording): Html {
  const { identity, moderator, hasPassword } = view;
  if (!identity) return html``;
  return html`<p>${words.linkedWith} <b>${new URL(identity.issuer).host}</b>, ${words.lastUsed} ${renderTime(identity.seenAt, moderator.language)}.
${words.follows}</p>
${
  hasPassword &&
  html`<form class="stack" method="post" action="/moderation/account/identity/remove">
${accountField(view, { form: 'unlink', name: 'password', label: words.password, kind: 'password' })}
<p><button class="button">${words.unlink}</button></p></form>`
}`;
}
