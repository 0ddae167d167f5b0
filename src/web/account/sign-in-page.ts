import { html } from 'hono/html';
import { deskWording } from '../desk/wording.ts';
import { field } from '../field.ts';
import { moduleScript } from '../files.ts';
import type { Html } from '../layout.ts';
import { stillThere } from '../problem-page.ts';
import type { SignInView } from '../views.ts';
import { doorLayout } from './door-layout.ts';
import { signInWording } from './sign-in-wording.ts';

export function signInPage(view: SignInView): Html {
  const { language, failure, awaitsOwner, ways, typed } = view;
  const words = deskWording[language];
  return doorLayout({
    language,
    title: words.signInTitle,
    head: moduleScript('desk.js'),
    body: html`<h1>${words.signInTitle}</h1>
${failure && html`<p class="notice bad" role="alert">${failure}</p>`}
${awaitsOwner && html`<p class="notice">${words.signInFirst}</p>`}
${ways.provider && providerLink(view)}
${ways.passwords && passwordForm(view)}
${typed.map(stillThere)}`,
  });
}

function providerLink({ language, place }: SignInView): Html {
  const address = `/moderation/session/provider?${new URLSearchParams({ next: place })}`;
  return html`<p><a class="button main" href="${address}">${signInWording[language].byProvider}</a></p>`;
}

function passwordForm({ language, name, place, ways, typed }: SignInView): Html {
  const words = deskWording[language];
  return html`<form method="post" action="/moderation/session">
<input type="hidden" name="next" value="${place}">${typed.map(carried)}
${field({
  name: 'name',
  label: words.name,
  mistakes: [],
  input: (
    more,
  ) => html`<input id="name" name="name" value="${name}" autocomplete="username" autocapitalize="off"
 spellcheck="false" required${!name && !ways.provider && html` autofocus`}${more}>`,
})}
${field({
  name: 'password',
  label: words.password,
  mistakes: [],
  input: (more) => html`<input id="password" name="password" type="password" autocomplete="current-password"
 required${name && html` autofocus`}${more}>`,
})}
<p><button class="button${ways.provider ? '' : ' main'}">${words.signIn}</button></p>
</form>`;
}

/** What was typed elsewhere outlives a wrong password. */
function carried({ name, text }: SignInView['typed'][number]): Html {
  return html`<input type="hidden" name="${name}" value="${text}">`;
}
