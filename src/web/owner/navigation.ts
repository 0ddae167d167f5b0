import { html } from 'hono/html';
import type { Moderator } from '../../moderators/moderator.ts';
import { deskLayout } from '../desk/desk-layout.ts';
import { stylesheet } from '../files.ts';
import type { HelpTopic } from '../help/topics.ts';
import type { Html } from '../layout.ts';
import { ownerWording } from './wording.ts';

const parts = ['sites', 'moderators', 'articles'] as const;

export interface OwnerPage {
  moderator: Moderator;
  part: (typeof parts)[number];
  title: string;
  help: HelpTopic;
  body: Html;
}

/** A page of the administration, with the way to its other parts; a moderator may see one of them only. */
export function ownerLayout({ moderator, part, title, help, body }: OwnerPage): Html {
  const words = ownerWording[moderator.language];
  const tabs = html`<nav class="tabs" aria-label="${words.parts}">${parts.map(
    (name) =>
      html`<a class="target" href="/moderation/${name}"${name === part && html` aria-current="page"`}>${words[name]}</a>`,
  )}</nav>`;
  return deskLayout({
    moderator,
    section: 'owner',
    title,
    help,
    body: html`${stylesheet('owner')}
${moderator.role === 'owner' && tabs}
${body}`,
  });
}
