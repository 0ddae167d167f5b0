import { html } from 'hono/html';
import type { Language } from '../../language/language.ts';
import type { FieldError } from '../../problem.ts';
import { moduleScript } from '../files.ts';
import type { Html } from '../layout.ts';
import { ownerWording } from '../owner/wording.ts';
import { doorLayout } from './door-layout.ts';
import { newPasswordField } from './new-password-field.ts';
import { signInWording } from './sign-in-wording.ts';

export interface PasswordView {
  language: Language;
  /** Where the form posts: the one-time link itself. */
  action: string;
  name: string;
  /** Whether passwords sign in here; where they do not, the link does, once. */
  passwords: boolean;
  errors: readonly FieldError[];
}

/** Where whoever got a link sets the password of their account. */
export function passwordPage(view: PasswordView): Html {
  const { language, action, name, passwords } = view;
  const words = ownerWording[language];
  const { enter, enterLead } = signInWording[language];
  const title = passwords ? words.setPassword : enter;
  return doorLayout({
    language,
    title,
    head: html`<meta name="referrer" content="same-origin">
${moduleScript('desk.js')}`,
    body: html`<h1>${title}</h1>
<p>${passwords ? words.passwordFor : enterLead} <b><bdi>${name}</bdi></b></p>
<form method="post" action="${action}">
${passwords && passwordFields(view)}
<p><button class="button main">${title}</button></p>
</form>`,
  });
}

function passwordFields({ language, name, errors }: PasswordView): Html {
  return html`<input type="hidden" name="username" value="${name}" autocomplete="username">
${newPasswordField(ownerWording[language], errors, language)}`;
}
