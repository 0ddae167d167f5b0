import { html } from 'hono/html';
import { icon } from '../desk/icons.ts';
import type { DeskWording } from '../desk/wording.ts';
import type { Html } from '../layout.ts';
import type { QueueView } from '../views.ts';
import { type Asked, isNarrowed, queueAddress } from './address.ts';
import { criteriaOf } from './criteria.ts';

/** Each condition that narrows the view, to be taken away; nothing where none does. */
export function chipsOf({ asked, tab, moderator }: QueueView, words: DeskWording): Html {
  if (!isNarrowed(asked)) return html``;
  const all = { ...(asked.site && { site: asked.site }), state: tab };
  return html`<div class="chips" role="region" aria-label="${words.narrowedBy}">${criteriaOf(
    asked,
    moderator.language,
  ).map(
    ({ name, text }) =>
      html`<a class="narrowing" href="${queueAddress(without(asked, name))}">${text}${icon('cross')}<span class="unseen">, ${words.takeAway}</span></a>`,
  )}
<a class="clear" href="${queueAddress(all)}">${words.clearFilter}</a></div>`;
}

function without(asked: Asked, name: keyof Asked): Asked {
  const { [name]: _, ...rest } = asked;
  return rest;
}
