import { html } from 'hono/html';
import type { SiteChoices } from '../../../store/notices/digest-choices.ts';
import type { KeptMailbox } from '../../../store/notices/moderator-mailboxes.ts';
import { field, mistakesOf } from '../../field.ts';
import type { Html } from '../../layout.ts';
import type { AccountView } from '../page.ts';
import { siteForm } from './site-form.ts';
import { type MailWording, mailWording } from './wording.ts';

export interface MailView {
  kept: KeptMailbox | null;
  sites: readonly SiteChoices[];
  /** Whether letters are sent at all. */
  isOffered: boolean;
}

/** Where the moderator gets letters, and of what; nothing where no letters are sent and no address is kept. */
export function mailCard(view: AccountView): Html | false {
  const { kept, sites, isOffered } = view.mail;
  if (!isOffered && !kept) return false;
  const words = mailWording[view.moderator.language];
  return html`<section class="card" aria-labelledby="mail-heading" id="mail">
<h2 id="mail-heading">${words.heading}</h2>
<p>${words.lead}</p>
${kept ? keptAddress(kept, view, words) : addressForm(view, words)}
${
  isOffered &&
  kept &&
  html`<h3>${words.sites}</h3>
<ul class="credentials">${sites.map((site) => html`<li>${siteForm(site, view, words)}</li>\n`)}</ul>`
}</section>`;
}

function keptAddress({ email, answer }: KeptMailbox, view: AccountView, words: MailWording): Html {
  const refused = view.refused?.form === 'mail';
  return html`<p><b><bdi>${email}</bdi></b> <span class="quiet">${words.standing[answer]}</span></p>
<form method="post" action="/moderation/account/mail/remove"><button class="button">${words.remove}</button></form>
${
  view.mail.isOffered &&
  html`<details${refused && html` open`}><summary><span class="target">${words.change}</span></summary>
${addressForm(view, words)}</details>`
}`;
}

function addressForm(view: AccountView, words: MailWording): Html {
  const isRefused = view.refused?.form === 'mail';
  const mistakes = isRefused
    ? mistakesOf(view.refused?.errors ?? [], ['email'], view.moderator.language)
    : [];
  const typed = isRefused ? view.typed.email : view.mail.kept?.email;
  return html`<form class="stack" method="post" action="/moderation/account/mail">
${field({
  name: 'mail-email',
  label: words.email,
  hint: words.emailHint,
  mistakes,
  input: (ties) =>
    html`<input id="mail-email" name="email" type="email" autocomplete="email" maxlength="254" required value="${typed ?? ''}"${mistakes.length > 0 && html` autofocus`}${ties}>`,
})}
<p><button class="button${!view.mail.kept && ' main'}">${words.send}</button></p></form>`;
}
