import { html } from 'hono/html';
import type { Html } from '../layout.ts';
import type { ThreadView } from './thread-view.ts';

/** What a form carries along, so that the page after it is as the one before. */
export function carried({ host, sort, cursor = '', branch = '' }: ThreadView): Html {
  const { key, title, url, language = '' } = host;
  const fields = { article: key, title, url, language, sort, cursor, branch };
  return html`${Object.entries(fields).map(([name, value]) => hidden(name, value))}`;
}

export function hidden(name: string, value: string): Html {
  return html`<input type="hidden" name="${name}" value="${value}">`;
}
