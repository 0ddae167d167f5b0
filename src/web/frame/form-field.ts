import { html } from 'hono/html';
import { type Mistake, tiesOf } from '../field.ts';
import type { Html } from '../layout.ts';
import { icon } from './icons.ts';
import type { FormView } from './thread-view.ts';

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

/** What the ids of a form begin with: with scripts there may be two on a page, one to answer with. */
export function prefixOf({ parent }: Pick<FormView, 'parent'>): string {
  return parent ? 'r-' : '';
}

/** A label, its input, what was wrong, and its hint. */
export function formField({ prefix, name, label, aside, hint, mistakes, input }: FormField): Html {
  const id = `${prefix}${name}`;
  const wrong = mistakes.length > 0;
  return html`<div class="field">
<label for="${id}">${label}${aside && html` <span class="hint">${aside}</span>`}</label>
${input(tiesOf(id, hint !== undefined, wrong))}
${wrong && mistakeLine(`${id}-mistake`, mistakes)}
${hint !== undefined && html`<p class="hint" id="${id}-hint">${hint}</p>`}
</div>`;
}

export function mistakeLine(id: string, mistakes: readonly Mistake[]): Html {
  return html`<p class="mistake" id="${id}">${icon('alert')}<span>${mistakes.join(' ')}</span></p>`;
}
