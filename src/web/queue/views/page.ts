import { html } from 'hono/html';
import type { Moderator } from '../../../moderators/moderator.ts';
import type { FieldError } from '../../../problem.ts';
import { deskLayout } from '../../desk/desk-layout.ts';
import { box, field, mistakesOf, unplaced } from '../../field.ts';
import type { Html } from '../../layout.ts';
import { askedFrom } from '../address.ts';
import { criteriaOf } from '../criteria.ts';
import { type ShownView, viewAddressOf, viewCount } from './view-count.ts';
import { viewsWording } from './wording.ts';

export interface ViewsPage {
  moderator: Moderator;
  views: readonly ShownView[];
  /** What is to be saved, as it was filled in. */
  draft: { name: string; asked: string; shared: boolean } | null;
  errors: readonly FieldError[];
}

type Words = (typeof viewsWording)['vi'];

/** The saved views, in order, and a form for one more. */
export function viewsPage(page: ViewsPage): Html {
  const { moderator, views, draft } = page;
  const words = viewsWording[moderator.language];
  const own = views.filter(({ isOwn }) => isOwn);
  const shared = views.filter(({ isOwn }) => !isOwn);
  return deskLayout({
    moderator,
    section: 'queue',
    help: 'find',
    title: words.views,
    body: html`<p class="hint">${words.lead}</p>
${unplaced(page.errors, ['name'], moderator.language).map((text) => html`<p class="notice bad" role="alert">${text}</p>`)}
${draft && saveForm(page, draft, words)}
${views.length === 0 && html`<p class="empty">${words.none}</p>`}
${own.length > 0 && section('own', words.own, own, page, words)}
${shared.length > 0 && section('shared', words.shared, shared, page, words)}
<p><a class="target" href="/moderation">${words.back}</a></p>`,
  });
}

function saveForm(
  { moderator, errors }: ViewsPage,
  { name, asked, shared }: NonNullable<ViewsPage['draft']>,
  words: Words,
): Html {
  return html`<section class="card" aria-labelledby="save-title"><h2 id="save-title">${words.saveTitle}</h2>
<p>${criteria(asked, moderator, words)}</p>
<form class="stack" method="post" action="/moderation/views">
<input type="hidden" name="asked" value="${asked}">
${field({
  name: 'name',
  label: words.name,
  mistakes: mistakesOf(errors, ['name'], moderator.language),
  input: (ties) =>
    html`<input id="name" name="name" value="${name}" maxlength="60" required autocomplete="off"${ties}>`,
})}
${moderator.role === 'owner' && box('shared', 'yes', words.share, shared)}
<p><button class="button main">${words.save}</button></p></form></section>`;
}

function section(
  id: string,
  title: string,
  views: readonly ShownView[],
  page: ViewsPage,
  words: Words,
): Html {
  return html`<section aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>
<ol class="stack">${views.map((view) => html`<li class="card">${card(view, page, words)}</li>\n`)}</ol></section>`;
}

function card(view: ShownView, { moderator }: ViewsPage, words: Words): Html {
  const said = view.isOwn ? view.isShared && words.isShared : words.by(view.by);
  const isOwner = moderator.role === 'owner';
  return html`<h3><a class="target" href="${viewAddressOf(view)}"><bdi>${view.name}</bdi></a>${viewCount(view)}</h3>
<p class="quiet">${criteria(view.asked, moderator, words)}${said && html` (${said})`}</p>
${(view.isOwn || isOwner) && changeForm(view, isOwner, words)}`;
}

/** What a view is narrowed by, as a person reads it. */
function criteria(asked: string, { language }: Moderator, words: Words): string {
  const said = criteriaOf(askedFrom(new URLSearchParams(asked)), language).map(({ text }) => text);
  return said.length > 0 ? said.join('; ') : words.everything;
}

function changeForm({ id, name, isOwn, isShared }: ShownView, isOwner: boolean, words: Words): Html {
  const button = (action: string, text: string) =>
    html`<button class="button" name="do" value="${action}" formnovalidate aria-label="${words.of(text, name)}">${text}</button>\n`;
  return html`<form class="row" method="post" action="/moderation/views/${id}">
<input name="name" value="${name}" maxlength="60" required autocomplete="off" aria-label="${words.renameOf(name)}">
${button('rename', words.rename)}
${isOwn && html`${button('up', words.up)}${button('down', words.down)}`}
${isOwner && (isShared ? button('unshare', words.stopSharing) : button('share', words.startSharing))}
${button('delete', words.remove)}</form>`;
}
