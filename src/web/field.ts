import { html } from 'hono/html';
import type { Language } from '../language/language.ts';
import type { FieldError } from '../problem.ts';
import type { Html } from './layout.ts';

/** A sentence about a field, in the language of the page. */
export type Mistake = string;

export interface Field {
  /** Also the id of its input. */
  name: string;
  label: string;
  hint?: string;
  mistakes: readonly Mistake[];
  /** Draws the input; is given the attributes that tie hint and mistakes to it. */
  input: (more: Html) => Html;
}

/** A label, its input, its hint, and what was wrong. */
export function field({ name, label, hint, mistakes, input }: Field): Html {
  const wrong = mistakes.length > 0;
  return html`<div class="field">
<label for="${name}">${label}</label>
${input(tiesOf(name, hint !== undefined, wrong))}
${wrong && html`<p class="mistake" id="${name}-mistake">${mistakes.join(' ')}</p>`}
${hint && html`<p class="hint" id="${name}-hint">${hint}</p>`}
</div>`;
}

/** The attributes of an input that tie hint and mistakes to it, whose ids begin with its own. */
export function tiesOf(id: string, hinted: boolean, wrong: boolean): Html {
  const about = [wrong && `${id}-mistake`, hinted && `${id}-hint`].filter(Boolean).join(' ');
  return html`${wrong && html` aria-invalid="true"`}${about && html` aria-describedby="${about}"`}`;
}

/** A choice that may be made or not. */
export function box(name: string, value: string, label: string, checked = false): Html {
  return html`<label class="target"><input type="checkbox" name="${name}" value="${value}"${checked && html` checked`}>
<span>${label}</span></label>\n`;
}

export function mistakesOf(
  errors: readonly FieldError[],
  names: readonly string[],
  language: Language,
): Mistake[] {
  const about = errors.filter((error) => names.includes(error.field));
  return [...new Set(about.map((error) => error.message[language]))];
}

/** Mistakes that are about none of these fields. */
export function unplaced(
  errors: readonly FieldError[],
  names: readonly string[],
  language: Language,
): Mistake[] {
  const others = errors.map((error) => error.field).filter((name) => !names.includes(name));
  return mistakesOf(errors, others, language);
}
