import { html } from 'hono/html';
import type { Language } from '../../language/language.ts';
import type { FieldError } from '../../problem.ts';
import type { Site } from '../../sites/site.ts';
import { box, mistakesOf } from '../field.ts';
import type { Html } from '../layout.ts';
import { choiceField } from './fields.ts';
import { type OwnerWording, ownerWording } from './wording.ts';

/** What an account may do and where, as it was chosen. */
export interface ReachChoice {
  sites: readonly Site[];
  /** Whether all sites, those to come included, may be given. */
  mayGiveAll: boolean;
  role: string;
  everywhere: boolean;
  chosen: readonly string[];
  errors: readonly FieldError[];
}

export function reachFields(choice: ReachChoice, language: Language): Html {
  const words = ownerWording[language];
  const filled = { form: { role: choice.role }, errors: choice.errors, language };
  return html`${choiceField(filled, 'role', { label: words.role, hint: words.roleHint }, words.roles)}
${siteChoices(choice, mistakesOf(choice.errors, ['site'], language), words)}`;
}

function siteChoices(choice: ReachChoice, mistakes: readonly string[], words: OwnerWording): Html {
  const { sites, mayGiveAll, everywhere, chosen } = choice;
  const wrong = mistakes.length > 0;
  return html`<fieldset class="choices"${wrong && html` aria-describedby="site-mistake"`}>
<legend>${words.worksOn}</legend>
${wrong && html`<p class="mistake" id="site-mistake">${mistakes.join(' ')}</p>`}
${mayGiveAll && box('everywhere', 'yes', words.everySite, everywhere)}
${sites.map(({ id, name }) => box('site', id, name, !everywhere && chosen.includes(id)))}
</fieldset>`;
}
