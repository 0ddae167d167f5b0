import { html } from 'hono/html';
import type { Moderator } from '../../../moderators/moderator.ts';
import type { IdentityKey } from '../../../readers/identity-keys.ts';
import type { Site } from '../../../sites/site.ts';
import type { Html } from '../../layout.ts';
import { formatNumber, renderTime } from '../../time.ts';
import { ownerLayout } from '../navigation.ts';
import { type IdentityWording, identityWording } from './wording.ts';

export interface KeysView {
  moderator: Moderator;
  site: Site;
  keys: readonly IdentityKey[];
  /** So many may be valid at a time. */
  most: number;
  /** Told this once. */
  secret?: { key: string; text: string } | undefined;
}

/** With what a site vouches for its readers. */
export function keysPage(view: KeysView): Html {
  const { moderator, site, keys, most } = view;
  const { language } = moderator;
  const words = identityWording[language];
  return ownerLayout({
    moderator,
    part: 'sites',
    help: 'identity',
    title: `${words.keys}: ${site.name}`,
    body: html`<p class="quiet"><a class="target" href="/moderation/sites/${site.id}"><bdi>${site.name}</bdi></a></p>
<p>${words.lead}</p>
${site.identity === 'off' && html`<p class="notice">${words.off}</p>`}
${keys.length === 0 && html`<p class="empty">${words.none}</p>`}
<ol class="stack">${keys.map((key) => html`<li>${card(key, view, words)}</li>\n`)}</ol>
<section class="card" aria-labelledby="add"><h2 id="add">${words.add}</h2>
<p class="hint">${words.atMost(formatNumber(most, language))}</p>
${keys.length < most && html`<form method="post" action="${pathOf(site)}"><p><button class="button main">${words.add}</button></p></form>`}
</section>`,
  });
}

export function pathOf({ id }: Pick<Site, 'id'>): string {
  return `/moderation/sites/${id}/identity`;
}

function card({ id, shown, createdAt }: IdentityKey, view: KeysView, words: IdentityWording): Html {
  return html`<article class="card" aria-labelledby="k-${id}">
<header><h2 id="k-${id}"><code>${shown}</code></h2></header>
<p class="quiet">${words.addedAt} ${renderTime(createdAt, view.moderator.language)}</p>
${secretOf(view, id, words)}
<details><summary>${words.remove}</summary><p class="hint">${words.removeHint}</p>
<form method="post" action="${pathOf(view.site)}/${id}"><button class="button" aria-describedby="k-${id}">${words.remove}</button></form></details>
</article>`;
}

function secretOf({ secret }: KeysView, id: string, words: IdentityWording): Html | '' {
  if (secret?.key !== id) return '';
  return html`<div class="notice" role="status"><label for="secret">${words.secret}</label>
<input id="secret" readonly value="${secret.text}" spellcheck="false"><p class="hint">${words.secretHint}</p></div>`;
}
