import { html } from 'hono/html';
import type { Language } from '../../language/language.ts';
import type { FieldError } from '../../problem.ts';
import { field, mistakesOf } from '../field.ts';
import type { Html } from '../layout.ts';
import { accountWording } from './wording.ts';

/** Where somebody chooses a password. */
export function newPasswordField(
  words: { password: string },
  errors: readonly FieldError[],
  language: Language,
): Html {
  return field({
    name: 'password',
    label: words.password,
    hint: accountWording[language].passwordHint,
    mistakes: mistakesOf(errors, ['password'], language),
    input: (more) => html`<input id="password" name="password" type="password" minlength="12" maxlength="200"
 autocomplete="new-password" required${more}>`,
  });
}
