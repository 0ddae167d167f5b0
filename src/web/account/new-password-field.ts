import { html } from 'hono/html';
import type { Language } from '../../language/language.ts';
import type { FieldError } from '../../problem.ts';
import { field, mistakesOf } from '../field.ts';
import type { Html } from '../layout.ts';

/** Where somebody chooses a password. */
export function newPasswordField(
  words: { password: string; passwordHint: string },
  errors: readonly FieldError[],
  language: Language,
): Html {
  return field({
    name: 'password',
    label: words.password,
    hint: words.passwordHint,
    mistakes: mistakesOf(errors, ['password'], language),
    input: (more) => html`<input id="password" name="password" type="password" minlength="8" maxlength="200"
 autocomplete="new-password" required${more}>`,
  });
}
