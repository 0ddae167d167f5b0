import { html } from 'hono/html';
import { type Keys, keyActions } from '../desk/keys.ts';
import type { DeskWording } from '../desk/wording.ts';
import type { Html } from '../layout.ts';

/** What the keys do; opened by a script. */
export function helpDialog(keys: NonNullable<Keys>, words: DeskWording): Html {
  return html`<dialog id="help" aria-labelledby="help-title">
<h2 id="help-title">${words.keysTitle}</h2>
<dl class="keys">${keyActions.map((action) => html`<dt><kbd>${keys[action]}</kbd></dt><dd>${words.keyNames[action]}</dd>`)}
<dt><kbd>1</kbd>–<kbd>6</kbd></dt><dd>${words.tabsKeys}</dd></dl>
<p class="row"><a class="target" href="/moderation/keys">${words.keysChange}</a></p>
<form method="dialog"><button class="act">${words.close}</button></form>
</dialog>`;
}
