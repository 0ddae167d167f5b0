import { html } from 'hono/html';
import type { Site } from '../../sites/site.ts';
import type { Html } from '../layout.ts';

/** What a moderator may choose from when they reject a comment of the site. */
export function reasonList(site: Site): Html {
  return html`<datalist id="reasons-${site.id}">${site['reject-reasons'].map(
    (reason) => html`<option value="${reason}"></option>`,
  )}</datalist>`;
}
