import { html } from 'hono/html';
import type { Moderator } from '../../moderators/moderator.ts';
import { moduleScript } from '../files.ts';
import type { HelpTopic } from '../help/topics.ts';
import { type Html, layout } from '../layout.ts';
import { iconSheet } from './icons.ts';
import { masthead, type Section } from './masthead.ts';
import { type DeskWording, deskWording } from './wording.ts';

export interface DeskPage {
  moderator: Moderator;
  /** None where it belongs to none. */
  section: Section | null;
  /** What its help is about; none where it is help itself. */
  help: HelpTopic | null;
  title: string;
  body: Html;
  /** Stands before the title in the window's own, such as how many wait. */
  count?: string;
  /** In the place of the desk's name: which site is shown, and the others. */
  siteMenu?: Html;
  /** What a search keeps of the present view. */
  searched?: { tab?: string; site?: string | undefined; q?: string | undefined };
}

/** A page of the desk, of one column that scrolls, for a moderator who is signed in. */
export function deskLayout(page: DeskPage): Html {
  return shell(
    page,
    html`<main class="sheet" id="main" tabindex="-1" data-moderator="${page.moderator.id}">
<h1>${page.title}</h1>
${page.body}
</main>`,
  );
}

/** A page as high as the window, of which only parts scroll: `body` is its toolbars and its `main`. */
export function fixedLayout(page: DeskPage): Html {
  return shell({ ...page, fixed: true }, page.body);
}

function shell(page: DeskPage & { fixed?: boolean }, body: Html): Html {
  const { moderator, section, title, count } = page;
  const words = deskWording[moderator.language];
  return layout({
    language: moderator.language,
    title: `${count ? `(${count}) ` : ''}${title} - ${words.desk}`,
    styles: ['desk'],
    bodyClass: page.fixed ? 'fixed' : 'flowing',
    head: html`<meta name="robots" content="noindex">
${moduleScript('desk.js')}
${section === 'queue' && moduleScript('queue.js')}`,
    body: html`<a class="skip" href="#main">${words.skip}</a>
${masthead(page, words)}
${body}
${iconSheet}`,
  });
}

/** The form that takes a decision back. */
export function undoForm(decisionId: string, back: string, words: DeskWording): Html {
  return html`<form method="post" action="/moderation/decisions/${decisionId}/undo">
<input type="hidden" name="back" value="${back}">
<button class="act undo">${words.undo}</button></form>`;
}
