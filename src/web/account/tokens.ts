import { html } from 'hono/html';
import type { Language } from '../../language/language.ts';
import type { OwnCredential } from '../../store/moderators/credentials.ts';
import type { Html } from '../layout.ts';
import { formatTime, renderTime } from '../time.ts';
import { accountField } from './account-field.ts';
import type { AccountView } from './page.ts';
import { type TokenUse, type TokenWording, tokenWording } from './token-wording.ts';

const scopes: readonly TokenUse[] = ['read', 'moderate', 'site', 'feed', 'feed-texts'];
const feeds = ['feed', 'feed-texts'] as const;
const offeredDays = [30, 90, 365];

/** The tokens of the account, each with its end, and the way to a new one. */
export function tokenCard(view: AccountView): Html {
  const { tokens, moderator } = view;
  const words = tokenWording[moderator.language];
  return html`<section class="card" aria-labelledby="tokens-heading" id="tokens">
<h2 id="tokens-heading">${words.heading}</h2>
${tokenList(tokens, moderator.language, '/moderation/account/credentials/end')}
${tokenForm(view, words)}</section>`;
}

/** Tokens, each with a button that ends it at this address. */
export function tokenList(tokens: readonly OwnCredential[], language: Language, action: string): Html {
  const words = tokenWording[language];
  if (tokens.length === 0) return html`<p class="quiet">${words.none}</p>`;
  return html`<ul class="credentials">${tokens.map((token) => tokenRow(token, language, action))}</ul>`;
}

function tokenRow(token: OwnCredential, language: Language, action: string): Html {
  const { hash, createdAt, seenAt, endsAt, scope } = token;
  const use = feeds.find((feed) => hash.startsWith(`${feed}:`)) ?? scope;
  const words = tokenWording[language];
  const name = token.name || words.unnamed;
  const used = seenAt === null ? words.neverUsed : html`${words.lastUsed} ${renderTime(seenAt, language)}`;
  return html`<li class="row"><p><b><bdi>${name}</bdi></b> <span class="scope">${use ? words.shortScopes[use] : words.everything}</span><br>
<span class="quiet">${words.created} ${renderTime(createdAt, language)}, ${used}${
    endsAt !== null && html`, ${words.ends} ${renderTime(endsAt, language)}`
  }</span></p>
<form method="post" action="${action}">
<input type="hidden" name="kind" value="token">
<button class="button" name="credential" value="${hash}" aria-label="${words.revokeThat(name, formatTime(createdAt, language))}">${words.revoke}</button></form></li>`;
}

function tokenForm(view: AccountView, words: TokenWording): Html {
  const refused = view.refused?.form === 'token';
  return html`<details${refused && html` open`}><summary><span class="target">${words.make}</span></summary>
<form class="stack" method="post" action="/moderation/account/tokens">
${accountField(view, { form: 'token', name: 'name', label: words.name, hint: words.nameHint, kind: 'name' })}
<fieldset><legend>${words.scope}</legend>${scopes.map((scope) => scopeChoice(scope, view, words))}</fieldset>
<div class="field"><label for="token-days">${words.days}</label>
<select id="token-days" name="days">${[...offeredDays, null].map((days) => dayChoice(days, view, words))}</select></div>
${view.hasPassword && accountField(view, { form: 'token', name: 'password', label: words.password, kind: 'password' })}
<p><button class="button main">${words.make}</button></p></form></details>`;
}

function scopeChoice(scope: TokenUse, { typed }: AccountView, words: TokenWording): Html {
  const chosen = (typed.scope ?? 'read') === scope;
  return html`<label class="target"><input type="radio" name="scope" value="${scope}" required${chosen && html` checked`}>
<span>${words.scopes[scope]}</span></label>\n`;
}

function dayChoice(days: number | null, { typed }: AccountView, words: TokenWording): Html {
  const value = String(days ?? '');
  const chosen = (typed.days ?? '90') === value;
  return html`<option value="${value}"${chosen && html` selected`}>${days === null ? words.noEnd : words.inDays(days)}</option>`;
}

/** The new token, this once. */
export function newTokenCard(token: string, language: Language): Html {
  const words = tokenWording[language];
  const isFeed = token.startsWith('http');
  return html`<section class="card told" role="status" aria-labelledby="token-heading">
<h2 id="token-heading">${isFeed ? words.madeFeed : words.made}</h2>
<p>${isFeed ? words.keepFeed : words.keep}</p>
<p class="key"><code>${token}</code></p>
<p><a class="button" href="/moderation/account#tokens">${words.kept}</a></p></section>`;
}
