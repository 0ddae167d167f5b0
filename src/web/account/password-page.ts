import { html } from 'hono/html';
import type { Language } from '../../language/language.ts';
import type { FieldError } from '../../problem.ts';
import { moduleScript } from '../files.ts';
import { type Html, noteLayout } from '../layout.ts';
import { ownerWording } from '../owner/wording.ts';
import { newPasswordField } from './new-password-field.ts';

export interface PasswordView {
  language: Language;
  /** Where the form posts: the one-time link itself. */
  action: string;
  name: string;
  errors: readonly FieldError[];
}

/** Where whoever got a link sets the password of their account. */
export function passwordPage({ language, action, name, errors }: PasswordView): Html {
  const words = ownerWording[language];
  return noteLayout({
    language,
    title: words.setPassword,
    head: html`<meta name="referrer" content="same-origin">
${moduleScript('desk.js')}`,
    body: html`<h1>${words.setPassword}</h1>
<p>${words.passwordFor} <b><bdi>${name}</bdi></b></p>
<form method="post" action="${action}">
<input type="hidden" name="username" value="${name}" autocomplete="username">
${newPasswordField(words, errors, language)}
<p><button class="button main">${words.setPassword}</button></p>
</form>`,
  });
}
