import { html } from 'hono/html';
import type { Moderator } from '../../moderators/moderator.ts';
import type { OwnCredential } from '../../store/moderators/credentials.ts';
import type { ListedModerator } from '../../store/moderators/moderators.ts';
import { tokenWording } from '../account/token-wording.ts';
import { tokenList } from '../account/tokens.ts';
import { box } from '../field.ts';
import { stylesheet } from '../files.ts';
import type { Html } from '../layout.ts';
import { mistakesNotice } from './fields.ts';
import { accountLines } from './moderators-page.ts';
import { ownerLayout } from './navigation.ts';
import { type ReachChoice, reachFields } from './reach-fields.ts';
import { type OwnerWording, ownerWording } from './wording.ts';

export const moderatorDeeds = ['saved', 'disabled', 'enabled', 'revoked'] as const;

export interface ModeratorView {
  moderator: Moderator;
  account: ListedModerator;
  choice: ReachChoice;
  /** What was just done. */
  done: (typeof moderatorDeeds)[number] | null;
  /** Those that the owner may end. */
  tokens: readonly OwnCredential[];
}

/** One account, and what an owner may change of it. */
export function moderatorPage(view: ModeratorView): Html {
  const { moderator, account, choice, done } = view;
  const words = ownerWording[moderator.language];
  return ownerLayout({
    moderator,
    part: 'moderators',
    help: 'accounts',
    title: account.name,
    body: html`${done && html`<p class="notice" role="status">${words.done[done]}</p>`}
<div class="stack">${account.disabledAt !== null && html`<p><b>${words.disabled}</b></p>`}
${accountLines(account, choice.sites, moderator)}</div>
${account.changeable ? changes(view, words) : html`<p class="quiet">${words.onlyAllChange}</p>`}
${tokensCard(view)}
<p><a class="target" href="/moderation/moderators">${words.back}</a></p>`,
  });
}

function changes(view: ModeratorView, words: OwnerWording): Html {
  const { moderator, account } = view;
  if (account.id === moderator.id) return html`${reachForm(view, words)}${ownAccount(words)}`;
  if (account.disabledAt !== null) return html`${reachForm(view, words)}${enableForm(account, words)}`;
  return html`${reachForm(view, words)}${resetForm(account, words)}${disableForm(account, words)}`;
}

function reachForm({ moderator, account, choice }: ModeratorView, words: OwnerWording): Html {
  const { language } = moderator;
  return html`<section class="card" aria-labelledby="reach-heading">
<h2 id="reach-heading">${words.change}</h2>
${mistakesNotice({ form: {}, errors: choice.errors, language }, words.mistakes)}
<form class="stack" method="post" action="/moderation/moderators/${account.id}">
${reachFields(choice, language)}
<p><button class="button main">${words.save}</button></p>
</form></section>`;
}

function ownAccount(words: OwnerWording): Html {
  return html`<p>${words.ownReset} <a class="target" href="/moderation/account">${words.account}</a></p>`;
}

function resetForm({ id, secondFactor }: ListedModerator, words: OwnerWording): Html {
  return html`<section class="card" aria-labelledby="reset-heading">
<h2 id="reset-heading">${words.reset}</h2>
<p class="quiet">${words.resetHint}</p>
<form method="post" action="/moderation/moderators/${id}/password">
${secondFactor && html`<div class="choices">${box('factor', 'remove', words.withoutFactor)}</div>`}
<p><button class="button">${words.reset}</button></p>
</form></section>`;
}

function disableForm({ id }: ListedModerator, words: OwnerWording): Html {
  return html`<section class="card" aria-labelledby="disable-heading">
<h2 id="disable-heading">${words.disable}</h2>
<p class="quiet">${words.disableHint}</p>
<form method="post" action="/moderation/moderators/${id}/disable"><button class="button reject">${words.disable}</button></form>
</section>`;
}

function enableForm({ id }: ListedModerator, words: OwnerWording): Html {
  return html`<section class="card" aria-labelledby="enable-heading">
<h2 id="enable-heading">${words.enable}</h2>
<p class="quiet">${words.enableHint}</p>
<form method="post" action="/moderation/moderators/${id}/enable"><button class="button">${words.enable}</button></form>
</section>`;
}

function tokensCard({ moderator, account, tokens }: ModeratorView): Html | false {
  const action = `/moderation/moderators/${account.id}/tokens/end`;
  return (
    tokens.length > 0 &&
    html`${stylesheet('account')}
<section class="card" aria-labelledby="tokens-heading">
<h2 id="tokens-heading">${tokenWording[moderator.language].heading}</h2>
${tokenList(tokens, moderator.language, action)}</section>`
  );
}
