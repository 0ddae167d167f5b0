import { html } from 'hono/html';
import type { KeyAction } from '../../desk/keys.ts';
import type { Html } from '../../layout.ts';
import type { PaneContext } from '../../views.ts';

/** The key that does the same, for who sees it; keys have a list of their own for who does not. */
export function keyHint(action: KeyAction, { keys }: Pick<PaneContext, 'keys'>): Html | '' {
  return keys?.[action] ? html` <kbd aria-hidden="true">${keys[action].toUpperCase()}</kbd>` : '';
}
