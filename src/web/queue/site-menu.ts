import { html } from 'hono/html';
import { icon } from '../desk/icons.ts';
import type { DeskWording } from '../desk/wording.ts';
import type { Html } from '../layout.ts';
import type { QueueView } from '../views.ts';
import { queueAddress } from './address.ts';

/** Which site is shown, and the moderator's others in the same tab. */
export function siteMenu({ sites, asked, tab }: QueueView, words: DeskWording): Html {
  const [only] = sites;
  if (sites.length <= 1)
    return html`<a class="brand" href="/moderation"><bdi>${only?.name ?? words.desk}</bdi></a>`;
  const here = sites.find(({ id }) => id === asked.site);
  return html`<details class="pop site"><summary><span class="unseen">${words.site}: </span><bdi>${here?.name ?? words.everySite}</bdi>${icon('down')}</summary>
<div class="panel menu">${sites.map(
    ({ id, name }) =>
      html`<a href="${queueAddress({ site: id, state: tab })}"${id === here?.id && html` aria-current="true"`}><bdi>${name}</bdi></a>`,
  )}
<a href="${queueAddress({ state: tab })}"${!here && html` aria-current="true"`}>${words.everySite}</a></div></details>`;
}
