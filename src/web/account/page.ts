import { html } from 'hono/html';
import type { Moderator } from '../../moderators/moderator.ts';
import type { FieldError } from '../../problem.ts';
import type { OwnCredential } from '../../store/moderators/credentials.ts';
import { deskLayout } from '../desk/desk-layout.ts';
import { box } from '../field.ts';
import { stylesheet } from '../files.ts';
import type { Html } from '../layout.ts';
import { accountField } from './account-field.ts';
import { identityCard } from './identity-card.ts';
import { type MailView, mailCard } from './mail/card.ts';
import { factorCard, newCodesCard } from './second-factor-card.ts';
import { sessionCard } from './sessions.ts';
import { newTokenCard, tokenCard } from './tokens.ts';
import { type AccountWording, accountWording } from './wording.ts';

export const accountDeeds = [
  'password',
  'removed',
  'ended',
  'revoked',
  'linked',
  'unlinked',
  'mail-asked',
  'mail-removed',
  'mail-chosen',
] as const;
export type AccountForm =
  | 'password'
  | 'begin'
  | 'confirm'
  | 'renew'
  | 'remove'
  | 'token'
  | 'identity'
  | 'unlink'
  | 'mail'
  | 'digest';

export interface AccountView {
  moderator: Moderator;
  factor: FactorView;
  /** Recovery codes that were just made: this page is the only one to show them. */
  newCodes: readonly string[] | null;
  /** A token that was just made: this page is the only one to show it. */
  newToken: string | null;
  sessions: readonly OwnCredential[];
  tokens: readonly OwnCredential[];
  /** The hash of the session that asks. */
  present: string;
  /** What was just done. */
  done: (typeof accountDeeds)[number] | null;
  /** The form that was refused, and why. */
  refused: { form: AccountForm; failure: string; errors: readonly FieldError[] } | null;
  /** What the refused form held, passwords and codes left out. */
  typed: Partial<Record<string, string>>;
  /** Whether the account has a password of its own. */
  hasPassword: boolean;
  /** By which provider it opens as well, if by any. */
  identity: { issuer: string; seenAt: number } | null;
  /** Whether it may be linked with an account of a provider. */
  offersProvider: boolean;
  mail: MailView;
}

export type FactorView =
  | { state: 'off' }
  /** `address` is for an authenticator app: the same key as a link, and as a QR code. */
  | { state: 'begun'; key: string; address: string }
  | { state: 'on'; since: number; recoveryCodes: number };

/** A moderator's own account: password, second factor, and what is signed in with it. */
export function accountPage(view: AccountView): Html {
  const { moderator, newCodes, newToken, done, refused } = view;
  const words = accountWording[moderator.language];
  return deskLayout({
    moderator,
    section: 'account',
    help: 'accounts',
    title: words.title,
    body: html`${stylesheet('account')}
<p class="profile"><b><bdi>${moderator.name}</bdi></b> <span class="quiet">${words.roles[moderator.role]}</span></p>
${done && html`<p class="notice" role="status">${words.done[done]}${done === 'password' && tokensStay(view, words)}</p>`}
${refused && html`<p class="notice bad" role="alert">${refused.failure}</p>`}
${newCodes && newCodesCard(newCodes, words)}
${newToken && newTokenCard(newToken, moderator.language)}
${factorCard(view, words)}
${view.hasPassword && passwordCard(view, words)}
${identityCard(view)}
${sessionCard(view, words)}
${tokenCard(view)}
${mailCard(view)}`,
  });
}

function tokensStay({ tokens }: AccountView, words: AccountWording): Html | false {
  return tokens.length > 0 && html` ${words.tokensStay(tokens.length)}`;
}

function passwordCard(view: AccountView, words: AccountWording): Html {
  return html`<section class="card" aria-labelledby="password-heading">
<h2 id="password-heading">${words.changePassword}</h2>
<form class="stack" method="post" action="/moderation/account/password">
${accountField(view, { form: 'password', name: 'password', label: words.password, kind: 'password' })}
${accountField(view, {
  form: 'password',
  name: 'newPassword',
  label: words.newPassword,
  hint: words.newPasswordHint,
  kind: 'new-password',
})}
${
  view.tokens.length > 0 &&
  html`<div class="choices">${box('tokens', 'end', words.endTokens(view.tokens.length))}</div>`
}
<p><button class="button">${words.changePassword}</button></p></form></section>`;
}
