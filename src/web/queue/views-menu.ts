import { html } from 'hono/html';
import { icon } from '../desk/icons.ts';
import type { Html } from '../layout.ts';
import type { QueueView } from '../views.ts';
import { isNarrowed, queueParameters } from './address.ts';
import { viewAddressOf, viewCount } from './views/view-count.ts';
import { viewsWording } from './views/wording.ts';

/** The saved views with how many comments each has, and the way to save the present one. */
export function viewsMenu({
  views,
  asked,
  moderator,
}: Pick<QueueView, 'views' | 'asked' | 'moderator'>): Html {
  const words = viewsWording[moderator.language];
  const here = sorted(queueParameters(asked));
  return html`<details class="pop end views"><summary>${icon('star')}<span class="word">${words.views}</span>${icon('down')}</summary>
<div class="panel menu">${views.map(
    (view) =>
      html`<a href="${viewAddressOf(view)}"${sorted(new URLSearchParams(view.asked)) === here && html` aria-current="true"`}><bdi>${view.name}</bdi>${viewCount(view)}</a>\n`,
  )}
${isNarrowed(asked) && html`<a class="sub" href="/moderation/views?${new URLSearchParams({ asked: queueParameters(asked).toString() })}">${words.saveThis}</a>`}
<a class="sub" href="/moderation/views">${words.manage}</a></div></details>`;
}

function sorted(parameters: URLSearchParams): string {
  parameters.sort();
  return parameters.toString();
}
