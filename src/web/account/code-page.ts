import { html } from 'hono/html';
import type { Language } from '../../language/language.ts';
import { field } from '../field.ts';
import { moduleScript } from '../files.ts';
import type { Html } from '../layout.ts';
import { doorLayout } from './door-layout.ts';
import { type AccountWording, accountWording } from './wording.ts';

export interface CodeView {
  language: Language;
  /** What says that the password was right. */
  halfway: string;
  /** Where the sign-in leads. */
  place: string;
  failure: string | null;
}

type Carried = Pick<CodeView, 'halfway' | 'place'>;

/** The second page of a sign-in, where the account has a second factor. */
export function codePage({ language, failure, ...carried }: CodeView): Html {
  const words = accountWording[language];
  return doorLayout({
    language,
    title: words.codeTitle,
    head: moduleScript('desk.js'),
    body: html`<h1>${words.codeTitle}</h1>
${failure && html`<p class="notice bad" role="alert">${failure}</p>`}
<p>${words.codeLead}</p>
${codeForm(carried, words)}
<details><summary><span class="target">${words.withoutApp}</span></summary>${recoveryForm(carried, words)}
<p class="hint">${words.noRecoveryCode}</p></details>
<p><a class="target" href="/moderation/session/new">${words.startAgain}</a></p>`,
  });
}

function codeForm(carried: Carried, words: AccountWording): Html {
  return html`<form method="post" action="/moderation/session/code">
${hidden(carried)}
${field({
  name: 'code',
  label: words.code,
  mistakes: [],
  input: (
    more,
  ) => html`<input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="10"
 required autofocus${more}>`,
})}
<p><button class="button main">${words.continue}</button></p></form>`;
}

/** A form of its own, since the keyboard for digits has no letters. */
function recoveryForm(carried: Carried, words: AccountWording): Html {
  return html`<form method="post" action="/moderation/session/code">
${hidden(carried)}
${field({
  name: 'recovery',
  label: words.recoveryCode,
  hint: words.recoveryHint,
  mistakes: [],
  input: (
    more,
  ) => html`<input id="recovery" name="code" autocomplete="off" autocapitalize="off" spellcheck="false"
 maxlength="20" required${more}>`,
})}
<p><button class="button">${words.continue}</button></p></form>`;
}

function hidden({ halfway, place }: Carried): Html {
  return html`<input type="hidden" name="halfway" value="${halfway}">
<input type="hidden" name="next" value="${place}">`;
}
