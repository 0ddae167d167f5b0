import { html } from 'hono/html';
import type { OwnCredential } from '../../store/moderators/credentials.ts';
import type { Html } from '../layout.ts';
import { renderTime } from '../time.ts';
import type { AccountView } from './page.ts';
import type { AccountWording } from './wording.ts';

/** Where the account is signed in; each session can be ended. */
export function sessionCard(view: AccountView, words: AccountWording): Html {
  const { sessions } = view;
  return html`<section class="card" aria-labelledby="sessions-heading">
<h2 id="sessions-heading">${words.sessions}</h2>
<ul class="credentials">${sessions.map((session) => sessionRow(session, view, words))}</ul>
<form method="post" action="/moderation/account/sessions/end">
<button class="button" aria-describedby="everywhere-hint">${words.endEverywhere}</button>
<p class="hint" id="everywhere-hint">${words.endEverywhereHint}</p></form></section>`;
}

function sessionRow(
  session: OwnCredential,
  { present, moderator }: AccountView,
  words: AccountWording,
): Html {
  const { hash, createdAt, seenAt, browser } = session;
  const name = browser || words.unknownBrowser;
  const time = (at: number) => renderTime(at, moderator.language);
  return html`<li class="row"><p><b>${name}</b>${hash === present && html` <b>(${words.thisSession})</b>`}<br>
<span class="quiet">${words.since} ${time(createdAt)}${seenAt !== null && html`, ${words.lastSeen} ${time(seenAt)}`}</span></p>
${hash !== present && endForm(hash, words.endSession, words.endThat(name))}</li>`;
}

function endForm(hash: string, text: string, name: string): Html {
  return html`<form method="post" action="/moderation/account/credentials/end">
<input type="hidden" name="kind" value="session">
<button class="button" name="credential" value="${hash}" aria-label="${name}">${text}</button></form>`;
}
