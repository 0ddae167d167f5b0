import { html } from 'hono/html';
import type { Moderator } from '../../moderators/moderator.ts';
import type { Site } from '../../sites/site.ts';
import type { ListedModerator } from '../../store/moderators/moderators.ts';
import type { Html } from '../layout.ts';
import { renderTime } from '../time.ts';
import { mistakesNotice, textField } from './fields.ts';
import { ownerLayout } from './navigation.ts';
import { type ReachChoice, reachFields } from './reach-fields.ts';
import { ownerWording } from './wording.ts';

export interface ModeratorsView {
  moderator: Moderator;
  accounts: readonly ListedModerator[];
  /** Of the new account, as it was filled in. */
  name: string;
  choice: ReachChoice;
}

/** The accounts of the desk, and the way to a new one. */
export function moderatorsPage(view: ModeratorsView): Html {
  const { moderator, accounts } = view;
  return ownerLayout({
    moderator,
    part: 'moderators',
    help: 'accounts',
    title: ownerWording[moderator.language].moderators,
    body: html`<ul class="stack">${accounts.map((account) => html`<li>${card(account, view)}</li>\n`)}</ul>
${addForm(view)}`,
  });
}

function card(account: ListedModerator, { moderator, choice }: ModeratorsView): Html {
  const { id, name, changeable } = account;
  const words = ownerWording[moderator.language];
  const shown = html`<bdi>${name}</bdi>`;
  return html`<article class="card" aria-labelledby="account-${id}">
<header><h2 id="account-${id}">${changeable ? html`<a class="target" href="/moderation/moderators/${id}">${shown}</a>` : shown}</h2>
${account.disabledAt !== null && html`<b>${words.disabled}</b>`}</header>
${accountLines(account, choice.sites, moderator)}
${!changeable && html`<p class="quiet">${words.onlyAllChange}</p>`}
</article>`;
}

/** What an owner is told of an account. */
export function accountLines(
  account: ListedModerator,
  known: readonly Site[],
  { language }: Moderator,
): Html {
  const { role, everywhere, createdAt, secondFactor } = account;
  const words = ownerWording[language];
  const names = known.filter(({ id }) => account.sites.includes(id)).map(({ name }) => name);
  return html`<p>${words.roles[role]} · ${everywhere ? words.everySite : names.join(', ')}</p>
<p class="quiet">${words.since} ${renderTime(createdAt, language)} · ${secondFactor ? words.secondFactor : words.noSecondFactor}</p>`;
}

function addForm({ moderator, name, choice }: ModeratorsView): Html {
  const { language } = moderator;
  const words = ownerWording[language];
  const filled = { form: { name }, errors: choice.errors, language };
  return html`<section class="card" aria-labelledby="add-heading">
<h2 id="add-heading">${words.addModerator}</h2>
<p class="quiet">${words.addModeratorHint}</p>
${mistakesNotice(filled, words.mistakes)}
<form class="stack" method="post" action="/moderation/moderators">
${textField(filled, 'name', { label: words.name }, html` maxlength="64" autocomplete="off" autocapitalize="off" spellcheck="false" required`)}
${reachFields(choice, language)}
<p><button class="button main">${words.add}</button></p>
</form></section>`;
}
