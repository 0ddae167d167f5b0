import { html } from 'hono/html';
import type { Language } from '../../language/language.ts';
import type { Html } from '../layout.ts';
import { type HelpTopic, helpAddress } from './topics.ts';
import { helpWording } from './wording.ts';

/** The way to what the documentation says of the page, beside it: what is being typed stays. */
export function helpLink(topic: HelpTopic, language: Language): Html {
  const { help } = helpWording[language];
  return html`<a class="help" href="${helpAddress(topic, language)}" target="_blank" rel="noopener" title="${help}" aria-label="${help}">?</a>`;
}
