import { html } from 'hono/html';
import type { Moderator } from '../../moderators/moderator.ts';
import { field } from '../field.ts';
import { type Html, noteLayout } from '../layout.ts';
import { signInWording } from './sign-in-wording.ts';

export interface LinkView {
  moderator: Moderator;
  /** What says whom the provider has named. */
  ticket: string;
  issuer: string;
  name: string;
}

/** Where somebody confirms that their account opens to a work account from now on. */
export function linkPage({ moderator, ticket, issuer, name }: LinkView): Html {
  const words = signInWording[moderator.language];
  return noteLayout({
    language: moderator.language,
    title: words.link,
    body: html`<h1>${words.link}</h1>
<p>${words.linkThis} <b><bdi>${moderator.name}</bdi></b></p>
<p>${words.linkTo} <b><bdi>${name}</bdi></b> <span class="quiet">(${new URL(issuer).host})</span></p>
<p>${words.linkMeans}</p>
<form method="post" action="/moderation/account/identity">
<input type="hidden" name="ticket" value="${ticket}">
<input type="hidden" name="username" value="${moderator.name}" autocomplete="username">
${field({
  name: 'password',
  label: words.password,
  mistakes: [],
  input: (more) => html`<input id="password" name="password" type="password" autocomplete="current-password"
 maxlength="200" required autofocus${more}>`,
})}
<p><button class="button main">${words.confirmLink}</button></p></form>
<p><a class="target" href="/moderation/account">${words.notLink}</a></p>`,
  });
}
