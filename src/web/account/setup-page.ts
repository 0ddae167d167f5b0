import { html } from 'hono/html';
import { deskWording } from '../desk/wording.ts';
import { field, mistakesOf, unplaced } from '../field.ts';
import { moduleScript } from '../files.ts';
import type { Html } from '../layout.ts';
import type { SetupView } from '../views.ts';
import { doorLayout } from './door-layout.ts';
import { newPasswordField } from './new-password-field.ts';

/** Where the first owner makes their account. */
export function setupPage({ language, action, name, errors }: SetupView): Html {
  const words = deskWording[language];
  const others = unplaced(errors, ['name', 'password'], language);
  return doorLayout({
    language,
    title: words.setup,
    head: html`<meta name="referrer" content="same-origin">
${moduleScript('desk.js')}`,
    body: html`<h1>${words.setup}</h1>
<p>${words.setupLead}</p>
${others.length > 0 && html`<p class="notice bad" role="alert">${others.join(' ')}</p>`}
<form method="post" action="${action}">
${field({
  name: 'name',
  label: words.name,
  mistakes: mistakesOf(errors, ['name'], language),
  input: (more) => html`<input id="name" name="name" value="${name}" maxlength="64" autocomplete="username"
 autocapitalize="off" spellcheck="false" required${more}>`,
})}
${newPasswordField(words, errors, language)}
<p><button class="button main">${words.create}</button></p>
</form>`,
  });
}
