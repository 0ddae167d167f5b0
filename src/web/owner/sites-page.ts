import { html } from 'hono/html';
import type { Moderator } from '../../moderators/moderator.ts';
import type { FieldError } from '../../problem.ts';
import type { Site } from '../../sites/site.ts';
import type { Html } from '../layout.ts';
import { type FilledForm, linesField, mistakesNotice, textField } from './fields.ts';
import { ownerLayout } from './navigation.ts';
import { siteWording } from './site-wording.ts';
import { ownerWording } from './wording.ts';

export interface SitesView {
  moderator: Moderator;
  sites: readonly Site[];
  mayAdd: boolean;
  /** The new site as it was filled in. */
  form: FilledForm['form'];
  errors: readonly FieldError[];
}

/** The sites of an owner, and the way to a new one. */
export function sitesPage(view: SitesView): Html {
  const { moderator, sites, mayAdd } = view;
  const words = ownerWording[moderator.language];
  return ownerLayout({
    moderator,
    part: 'sites',
    help: 'site',
    title: words.sites,
    body: html`<ul class="stack">${sites.map((site) => html`<li>${card(site, view)}</li>\n`)}</ul>
${mayAdd ? addForm(view) : html`<p class="quiet">${words.onlyAllAdd}</p>`}`,
  });
}

function card({ id, name, origins, moderation }: Site, { moderator }: SitesView): Html {
  const { settings, moderation: choices } = siteWording[moderator.language];
  return html`<article class="card" aria-labelledby="site-${id}">
<header><h2 id="site-${id}"><a class="target" href="/moderation/sites/${id}">${name}</a></h2> <code>${id}</code></header>
<p class="quiet">${settings.moderation[0]}: ${choices[moderation]}</p>
${origins.length > 0 && html`<p>${origins.join(', ')}</p>`}
</article>`;
}

function addForm({ moderator, form, errors }: SitesView): Html {
  const { language } = moderator;
  const words = ownerWording[language];
  const { name, origins } = siteWording[language].settings;
  const filled = { form, errors, language };
  return html`<section class="card" aria-labelledby="add-heading">
<h2 id="add-heading">${words.addSite}</h2>
${mistakesNotice(filled, words.mistakes)}
<form class="stack" method="post" action="/moderation/sites">
${textField(filled, 'id', { label: words.siteId, hint: words.siteIdHint }, html` maxlength="64" autocapitalize="off" spellcheck="false" required`)}
${textField(filled, 'name', { label: name[0], hint: name[1] }, html` maxlength="200" required`)}
${linesField(filled, 'origins', { label: origins[0], hint: origins[1] })}
<p><button class="button main">${words.add}</button></p>
</form></section>`;
}
