import { html } from 'hono/html';
import type { Language } from '../../language/language.ts';
import type { Html } from '../layout.ts';
import { actWording } from './act-wording.ts';

const addresses = { log: '/moderation/decisions', acts: '/moderation/acts' } as const;

/** The way between decisions and what else was done. */
export function logTabs(here: keyof typeof addresses, language: Language): Html {
  const words = actWording[language];
  return html`<nav class="tabs" aria-label="${words.parts}">${(['log', 'acts'] as const).map(
    (name) =>
      html`<a class="target" href="${addresses[name]}"${name === here && html` aria-current="page"`}>${words[name]}</a>`,
  )}</nav>`;
}
