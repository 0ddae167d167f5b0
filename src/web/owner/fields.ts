import { html } from 'hono/html';
import type { Language } from '../../language/language.ts';
import type { FieldError } from '../../problem.ts';
import { field, mistakesOf } from '../field.ts';
import type { Html } from '../layout.ts';

/** A form as it was filled in, and what was wrong with it. */
export interface FilledForm {
  form: Partial<Record<string, string>>;
  errors: readonly FieldError[];
  language: Language;
}

export interface FieldText {
  label: string;
  hint?: string;
}

type Drawing = (attributes: Html, value: string) => Html;

export function textField(filled: FilledForm, name: string, text: FieldText, more: Html | string = ''): Html {
  return drawn(
    filled,
    name,
    text,
    (ties, value) => html`<input id="${name}" name="${name}" value="${value}"${more}${ties}>`,
  );
}

/** A list, a line for each. */
export function linesField(filled: FilledForm, name: string, text: FieldText): Html {
  return drawn(
    filled,
    name,
    text,
    (ties, value) => html`<textarea id="${name}" name="${name}" rows="5" spellcheck="false"${ties}>
${value}</textarea>`,
  );
}

export function choiceField(
  filled: FilledForm,
  name: string,
  text: FieldText,
  options: Readonly<Record<string, string>>,
): Html {
  return drawn(
    filled,
    name,
    text,
    (ties, value) =>
      html`<select id="${name}" name="${name}"${ties}>${Object.entries(options).map(
        ([option, label]) =>
          html`<option value="${option}"${option === value && html` selected`}>${label}</option>`,
      )}</select>`,
  );
}

function drawn({ form, errors, language }: FilledForm, name: string, text: FieldText, draw: Drawing): Html {
  return field({
    ...text,
    name,
    mistakes: mistakesOf(errors, [name], language),
    input: (ties) => draw(ties, form[name] ?? ''),
  });
}

/** Says above a long form that something in it is wrong. */
export function mistakesNotice({ errors }: FilledForm, sentence: string): Html {
  return html`${errors.length > 0 && html`<p class="notice bad" role="alert">${sentence}</p>`}`;
}
