import { html } from 'hono/html';
import type { Moderator } from '../../moderators/moderator.ts';
import { helpLink } from '../help/link.ts';
import type { Html } from '../layout.ts';
import { readersWording } from '../queue/sender/readers-wording.ts';
import { senderWording } from '../queue/sender/wording.ts';
import type { DeskPage } from './desk-layout.ts';
import { icon } from './icons.ts';
import { keysOf } from './keys.ts';
import type { DeskWording } from './wording.ts';

const sections = {
  queue: '/moderation',
  log: '/moderation/log',
  tuning: '/moderation/filter',
  statistics: '/moderation/statistics',
  owner: '/moderation/sites',
  account: '/moderation/account',
} as const;

export type Section = keyof typeof sections;

/** In the order of the masthead; the account stands apart, under the name. */
const everyone = ['queue', 'log', 'tuning', 'statistics'] as const;

/** The top of every page of the desk: site, sections, search, account. */
export function masthead(page: DeskPage, words: DeskWording): Html {
  const { moderator, section } = page;
  const names: Section[] = [...everyone, ...(moderator.role === 'owner' ? (['owner'] as const) : [])];
  const links = names.map((name) => sectionLink(name, section, words[name]));
  return html`<header class="masthead" data-keys="${JSON.stringify(keysOf(moderator))}">
${page.siteMenu ?? html`<a class="brand" href="/moderation">${words.desk}</a>`}
<nav class="sections" aria-label="${words.sections}">${links}</nav>
${search(page, words)}
${page.help && helpLink(page.help, moderator.language)}
<details class="pop end me"><summary><span class="unseen">${words.account}: </span><bdi>${moderator.name}</bdi>${icon('down')}</summary>
<div class="panel menu"><nav class="narrow" aria-label="${words.sections}">${links}</nav>
${sectionLink('account', section, words.ownAccount)}
<a href="/moderation/readers">${readersWording[moderator.language].readers}</a>
<a href="/moderation/blocks">${senderWording[moderator.language].blocks}</a>
<a href="/moderation/keys">${words.keysTitle}</a>
${languageForm(moderator)}
<form method="post" action="/moderation/session/end"><button>${words.signOut}</button></form>
</div></details>
</header>`;
}

function sectionLink(name: Section, here: Section | null, text: string): Html {
  return html`<a href="${sections[name]}"${name === here && html` aria-current="page"`}>${text}</a>`;
}

function search({ searched = {} }: DeskPage, words: DeskWording): Html {
  return html`<form class="search" method="get" action="/moderation" role="search" aria-label="${words.search}">
${searched.tab && html`<input type="hidden" name="state" value="${searched.tab}">`}${searched.site && html`<input type="hidden" name="site" value="${searched.site}">`}
<label class="unseen" for="q">${words.search}</label>
${icon('search')}<input id="q" name="q" type="search" value="${searched.q ?? ''}" placeholder="${words.searchShort}" autocomplete="off"></form>`;
}

function languageForm({ language }: Moderator): Html {
  const [other, name] = language === 'vi' ? ['en', 'English'] : ['vi', 'Tiếng Việt'];
  return html`<form method="post" action="/moderation/language">
<button name="language" value="${other}" lang="${other}">${name}</button></form>`;
}
