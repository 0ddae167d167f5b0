import { html } from 'hono/html';
import type { Mistake } from '../field.ts';
import type { Html } from '../layout.ts';
import { icon } from './icons.ts';

export interface FormField {
  /** Of the ids of its form. */
  prefix: string;
  /** With the prefix, the id of its input. */
  name: string;
  label: string;
  /** Beside the label, as that it may be left empty. */
  aside?: string;
  hint?: string;
  mistakes: readonly Mistake[];
  /** Draws the input; is given the attributes that tie hint and mistakes to it. */
  input: (more: Html) => Html;
}

/** A label, its input, what was wrong, and its hint. */
export function formField({ prefix, name, label, aside, hint, mistakes, input }: FormField): Html {
  const id = `${prefix}${name}`;
  const wrong = mistakes.length > 0;
  const about = [wrong && `${id}-mistake`, hint !== undefined && `${id}-hint`].filter(Boolean).join(' ');
  return html`<div class="field">
<label for="${id}">${label}${aside && html` <span class="hint">${aside}</span>`}</label>
${input(html`${wrong && html` aria-invalid="true"`}${about && html` aria-describedby="${about}"`}`)}
${wrong && mistakeLine(`${id}-mistake`, mistakes)}
${hint !== undefined && html`<p class="hint" id="${id}-hint">${hint}</p>`}
</div>`;
}

export function mistakeLine(id: string, mistakes: readonly Mistake[]): Html {
  return html`<p class="mistake" id="${id}">${icon('alert')}<span>${mistakes.join(' ')}</span></p>`;
}
