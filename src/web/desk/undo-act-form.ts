import { html } from 'hono/html';
import type { Html } from '../layout.ts';
import type { ActWording } from './act-wording.ts';

export function undoActForm(id: string, words: ActWording): Html {
  return html`<form method="post" action="/moderation/acts/${id}/undo"><button class="button">${words.undo}</button></form>`;
}
