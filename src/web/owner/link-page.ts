import { html } from 'hono/html';
import type { Moderator } from '../../moderators/moderator.ts';
import type { Html } from '../layout.ts';
import { ownerLayout } from './navigation.ts';
import { ownerWording } from './wording.ts';

export interface LinkView {
  moderator: Moderator;
  /** Whose password it sets. */
  name: string;
  link: string;
}

/** The only page that ever shows this link. */
export function linkPage({ moderator, name, link }: LinkView): Html {
  const words = ownerWording[moderator.language];
  return ownerLayout({
    moderator,
    part: 'moderators',
    help: 'accounts',
    title: words.link,
    body: html`<section class="card" aria-label="${words.link}">
<p role="status">${words.linkLead(name)}</p>
<div class="field"><label for="link">${words.link}</label>
<textarea id="link" rows="3" readonly spellcheck="false" aria-describedby="link-hint">${link}</textarea>
<p class="hint" id="link-hint">${words.linkHint}</p></div>
</section>
<p><a class="target" href="/moderation/moderators">${words.back}</a></p>`,
  });
}
