import { html } from 'hono/html';
import type { Language } from '../../language/language.ts';
import type { Html } from '../layout.ts';
import { doorLayout } from './door-layout.ts';
import { signInWording } from './sign-in-wording.ts';

/** Where a sign-in ends that was begun beside a page of the desk. */
export function signedInPage(language: Language): Html {
  const words = signInWording[language];
  return doorLayout({
    language,
    title: words.signedIn,
    body: html`<h1>${words.signedIn}</h1>
<p>${words.goBack}</p>
<p><a class="target" href="/moderation">${words.orDesk}</a></p>`,
  });
}
