import { html } from 'hono/html';
import { field, mistakesOf } from '../field.ts';
import type { Html } from '../layout.ts';
import type { AccountForm, AccountView } from './page.ts';

export interface AccountField {
  form: AccountForm;
  name: 'name' | 'password' | 'newPassword' | 'code';
  label: string;
  hint?: string;
  kind: keyof typeof attributes;
}

const attributes = {
  name: html`maxlength="64" autocomplete="off" autocapitalize="off" spellcheck="false"`,
  password: html`type="password" autocomplete="current-password" maxlength="200"`,
  'new-password': html`type="password" autocomplete="new-password" minlength="12" maxlength="200"`,
  'first-code': html`inputmode="numeric" autocomplete="one-time-code" maxlength="10"`,
  code: html`autocomplete="one-time-code" autocapitalize="off" spellcheck="false" maxlength="20"`,
};

/** A field of one of the page's forms, with what was wrong in it; the focus goes to the first that was. */
export function accountField(view: AccountView, { form, name, kind, ...shown }: AccountField): Html {
  const errors = view.refused?.form === form ? view.refused.errors : [];
  const mistakes = mistakesOf(errors, [name], view.moderator.language);
  const id = `${form}-${name}`;
  const focused = mistakes.length > 0 && errors[0]?.field === name;
  return field({
    ...shown,
    name: id,
    mistakes,
    input: (more) =>
      html`<input id="${id}" name="${name}" ${attributes[kind]} ${name === 'name' && html`value="${view.typed.name ?? ''}" `}required${focused && html` autofocus`}${more}>`,
  });
}
