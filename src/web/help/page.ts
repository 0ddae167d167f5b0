import { html, raw } from 'hono/html';
import type { Moderator } from '../../moderators/moderator.ts';
import { deskLayout } from '../desk/desk-layout.ts';
import { stylesheet } from '../files.ts';
import type { Html } from '../layout.ts';
import { helpWording } from './wording.ts';

/** A page of the documentation as the build makes it of its text. */
export interface BuiltHelp {
  title: string;
  /** Safe as it is: what was no Markdown there is text here. */
  html: string;
}

export interface HelpView {
  moderator: Moderator;
  page: BuiltHelp;
  isFirst: boolean;
}

/** One page of the documentation. */
export function helpPage({ moderator, page, isFirst }: HelpView): Html {
  return deskLayout({
    moderator,
    section: null,
    help: null,
    title: page.title,
    body: html`${stylesheet('help')}
${!isFirst && html`<p><a class="target" href="/moderation/help">${helpWording[moderator.language].every}</a></p>`}
<div class="told-page">${raw(page.html)}</div>`,
  });
}
