import { html } from 'hono/html';
import { deskWording } from '../desk/wording.ts';
import { field } from '../field.ts';
import { moduleScript } from '../files.ts';
import { type Html, noteLayout } from '../layout.ts';
import type { SignInView } from '../views.ts';

export function signInPage({ language, name, failure, awaitsOwner }: SignInView): Html {
  const words = deskWording[language];
  return noteLayout({
    language,
    title: words.signInTitle,
    head: moduleScript('desk.js'),
    body: html`<h1>${words.signInTitle}</h1>
${failure && html`<p class="notice bad" role="alert">${failure}</p>`}
${awaitsOwner && html`<p class="notice">${words.signInFirst}</p>`}
<form method="post" action="/moderation/session">
${field({
  name: 'name',
  label: words.name,
  mistakes: [],
  input: (
    more,
  ) => html`<input id="name" name="name" value="${name}" autocomplete="username" autocapitalize="off"
 spellcheck="false" required${!name && html` autofocus`}${more}>`,
})}
${field({
  name: 'password',
  label: words.password,
  mistakes: [],
  input: (more) => html`<input id="password" name="password" type="password" autocomplete="current-password"
 required${name && html` autofocus`}${more}>`,
})}
<p><button class="button main">${words.signIn}</button></p>
</form>`,
  });
}
