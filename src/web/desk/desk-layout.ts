import { html } from 'hono/html';
import type { Moderator } from '../../moderators/moderator.ts';
import { moduleScript } from '../files.ts';
import { type Html, layout } from '../layout.ts';
import { type DeskWording, deskWording } from './wording.ts';

const sections = {
  queue: '/moderation',
  log: '/moderation/decisions',
  tuning: '/moderation/filter',
  statistics: '/moderation/statistics',
  owner: '/moderation/sites',
  account: '/moderation/account',
} as const;

/** In the order of the masthead; the account stands apart, beside the name. */
const everyone = ['queue', 'log', 'tuning', 'statistics'] as const;

export interface DeskPage {
  moderator: Moderator;
  section: keyof typeof sections;
  title: string;
  body: Html;
}

/** A page of the desk for a moderator who is signed in. */
export function deskLayout({ moderator, section, title, body }: DeskPage): Html {
  const words = deskWording[moderator.language];
  return layout({
    language: moderator.language,
    title: `${title} - ${words.desk}`,
    styles: ['desk'],
    head: html`<meta name="robots" content="noindex">
${moduleScript('desk.js')}
${section === 'queue' && moduleScript('queue.js')}`,
    body: html`<a class="skip" href="#main">${words.skip}</a>
<header class="masthead"><div class="row">
<nav class="row" aria-label="${words.sections}">${[
      ...everyone,
      ...(moderator.role === 'owner' ? (['owner'] as const) : []),
    ].map((name) => sectionLink(name, section, words[name]))}</nav>
<div class="row">
${sectionLink('account', section, html`<bdi>${moderator.name}</bdi>`)}
${languageForm(moderator)}
<form method="post" action="/moderation/session/end"><button class="link target">${words.signOut}</button></form>
</div>
</div></header>
<main id="main" tabindex="-1" data-moderator="${moderator.id}">
<h1>${title}</h1>
${body}
</main>`,
  });
}

function sectionLink(name: keyof typeof sections, here: keyof typeof sections, text: Html | string): Html {
  return html`<a class="target" href="${sections[name]}"${name === here && html` aria-current="page"`}>${text}</a>`;
}

function languageForm({ language }: Moderator): Html {
  const [other, name] = language === 'vi' ? ['en', 'English'] : ['vi', 'Tiếng Việt'];
  return html`<form method="post" action="/moderation/language">
<button class="link target" name="language" value="${other}" lang="${other}">${name}</button></form>`;
}

/** The form that takes a decision back. */
export function undoForm(decisionId: string, back: string, words: DeskWording): Html {
  return html`<form method="post" action="/moderation/decisions/${decisionId}/undo">
<input type="hidden" name="back" value="${back}">
<button class="button">${words.undo}</button></form>`;
}
