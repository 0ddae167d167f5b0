import { html } from 'hono/html';
import type { DeskWording } from '../desk/wording.ts';
import type { Html } from '../layout.ts';
import type { QueueView } from '../views.ts';

/** Where a script tells of the last decision, and takes it back: a place of its own, so that it covers nothing. */
export function lastBar({ keys }: QueueView, words: DeskWording): Html {
  const { script, did, states, thisComment, edited } = words;
  return html`<aside class="last" id="last" aria-label="${words.lastDecision}" data-keys="${JSON.stringify(keys)}"
 data-words="${JSON.stringify({ ...script, did, states, thisComment, edited })}">
<p role="status"></p><span class="remedy"></span></aside>`;
}
