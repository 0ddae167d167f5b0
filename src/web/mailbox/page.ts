import { html } from 'hono/html';
import type { Site } from '../../sites/site.ts';
import type { MailboxStanding } from '../../store/notices/mailboxes.ts';
import { type Html, layout } from '../layout.ts';
import { mailboxWording } from './wording.ts';

export interface MailboxView {
  site: Site;
  token: string;
  standing: MailboxStanding;
}

/** For whoever got a letter: what was said to letters at their address so far, and the buttons that say otherwise. */
export function mailboxPage({ site, token, standing }: MailboxView): Html {
  const words = mailboxWording[site.language];
  const title = words.titles[standing](site.name);
  const refused = standing === 'no' || standing === 'none';
  const says = (what: string, label: string, main = false) =>
    html`<form method="post" action="/mail/${token}/${what}"><button class="button${main && ' main'}">${label}</button></form>`;
  return layout({
    language: site.language,
    title: `${title} - ${site.name}`,
    styles: ['receipt'],
    head: html`<meta name="robots" content="noindex">
<meta name="referrer" content="same-origin">`,
    body: html`<main class="receipt" aria-labelledby="title">
<header>
<p class="hint">${site.name} · ${words.about}</p>
<h1 id="title">${title}</h1>
<p>${words.more[standing]}</p>
</header>
<section><div class="row">
${standing === 'asked' && says('accept', words.accept, true)}
${refused && says('accept', words.again)}
${!refused && says('stop', words.stop(site.name))}
${standing !== 'none' && says('end', words.end)}
</div>
${standing !== 'none' && html`<p class="hint">${words.endHint}</p>`}
</section>
</main>`,
  });
}
