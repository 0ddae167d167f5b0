import { html } from 'hono/html';
import type { Moderator } from '../../moderators/moderator.ts';
import type { Html } from '../layout.ts';
import { deskLayout } from './desk-layout.ts';
import { type KeyAction, keyActions } from './keys.ts';
import { deskWording } from './wording.ts';

export interface KeysView {
  moderator: Moderator;
  keys: Readonly<Record<KeyAction, string>>;
  off: boolean;
  /** Whether two things were given the same key, or one no key. */
  failed: boolean;
}

export function keysPage({ moderator, keys, off, failed }: KeysView): Html {
  const words = deskWording[moderator.language];
  return deskLayout({
    moderator,
    section: 'queue',
    help: 'keys',
    title: words.keysTitle,
    body: html`<form class="card" method="post" action="/moderation/keys">
<p>${words.keysLead}</p>
${failed && html`<p class="mistake" role="alert">${words.keysTwice}</p>`}
<label class="target"><input type="checkbox" name="off" value="yes"${off && html` checked`}> ${words.keysOff}</label>
<div class="keys-form">${keyActions.map(
      (action) => html`<div class="field"><label for="key-${action}">${words.keyNames[action]}</label>
<input id="key-${action}" name="${action}" value="${keys[action]}" maxlength="2" autocomplete="off" autocapitalize="off" spellcheck="false" required></div>`,
    )}</div>
<p class="row"><button class="button main">${words.keysSave}</button>
<button class="button" name="do" value="usual" formnovalidate>${words.keysUsual}</button></p>
</form>
<p><a class="target" href="/moderation">${words.backToQueue}</a></p>`,
  });
}
