import { html } from 'hono/html';
import type { Html } from '../../layout.ts';
import type { PaneContext } from '../../views.ts';
import { backOf, fromOf } from '../address.ts';

/** What a form carries by itself. */
export function hiddenFields(carried: Readonly<Record<string, string>>): Html {
  return html`${Object.entries(carried).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}`;
}

/** What leads a form of the pane back to the same comment. */
export function carriedOf(view: PaneContext, id: string): Record<string, string> {
  return { back: backOf(view, id), from: fromOf(view) };
}
