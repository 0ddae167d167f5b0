import { html } from 'hono/html';
import type { Moderator } from '../../moderators/moderator.ts';
import type { FieldError } from '../../problem.ts';
import type { Site, SiteSetting } from '../../sites/site.ts';
import type { Html } from '../layout.ts';
import { channelWording } from './channels/wording.ts';
import { choiceField, type FilledForm, linesField, mistakesNotice, textField } from './fields.ts';
import { identityWording } from './identity/wording.ts';
import { judgeWording } from './judge/wording.ts';
import { ownerLayout } from './navigation.ts';
import { type SiteWording, siteWording } from './site-wording.ts';
import { type OwnerWording, ownerWording } from './wording.ts';

export interface SiteView {
  moderator: Moderator;
  site: Site;
  form: FilledForm['form'];
  errors: readonly FieldError[];
  /** What was just done. */
  done: 'added' | 'saved' | null;
  /** Where the script for its pages comes from. */
  publicUrl: string;
}

const groups = {
  site: ['name', 'language', 'origins', 'article-query', 'newsroom-name', 'reserved-names'],
  publishing: [
    'moderation',
    'trusted-after',
    'first-held',
    'reject-reasons',
    'learning',
    'hold-abuse-at',
    'hold-spam-at',
    'hold-share',
    'swearing',
  ],
  robots: ['captcha', 'work-held', 'pace', 'article-per-hour', 'site-per-hour'],
  conversation: ['reply-depth', 'likes', 'max-length', 'close-after-days'],
  identity: ['identity', 'identity-url', 'identity-words'],
  privacy: ['notice', 'privacy-url', 'consent', 'retention-days', 'acts-retention-days'],
  alerts: ['alert-waiting-count', 'alert-waiting-minutes'],
  judge: ['judge-url', 'judge-kind', 'judge-model'],
} as const satisfies Record<string, readonly SiteSetting[]>;

/** Every setting of one site, and the line that embeds it. */
export function sitePage(view: SiteView): Html {
  const { moderator, site, form, errors, done } = view;
  const { language } = moderator;
  const words = ownerWording[language];
  const filled = { form, errors, language };
  return ownerLayout({
    moderator,
    part: 'sites',
    help: 'site',
    title: site.name,
    body: html`${done && html`<p class="notice" role="status">${done === 'added' ? words.siteAdded : words.siteSaved}</p>`}
${mistakesNotice(filled, words.mistakes)}
${embedding(view, words)}
<p><a class="target" href="/moderation/sites/${site.id}/channels">${channelWording[language].channels}</a> · <a class="target" href="/moderation/sites/${site.id}/identity">${identityWording[language].keys}</a> · <a class="target" href="/moderation/sites/${site.id}/judge">${judgeWording[language].judge}</a></p>
<form class="stack" method="post" action="/moderation/sites/${site.id}">
<input type="hidden" name="shown" value="${form.shown ?? JSON.stringify(form)}">
${Object.entries(groups).map(([name, settings]) => group(filled, name, settings))}
<p><button class="button main">${words.save}</button></p>
</form>`,
  });
}

function embedding({ site, publicUrl }: SiteView, words: OwnerWording): Html {
  const line = `<div data-binh-luan data-site="${site.id}"></div><script src="${publicUrl}/embed.js" async></script>`;
  return html`<section class="card" aria-labelledby="embed-heading">
<h2 id="embed-heading">${words.embed}</h2>
<div class="field"><label for="embed">${words.embedLine}</label>
<textarea id="embed" rows="3" readonly spellcheck="false" aria-describedby="embed-hint">${line}</textarea>
<p class="hint" id="embed-hint">${words.embedHint}</p></div>
</section>`;
}

function group(filled: FilledForm, name: string, settings: readonly SiteSetting[]): Html {
  const words = siteWording[filled.language];
  const heading = Object.entries(words.groups).find(([key]) => key === name)?.[1];
  return html`<section class="card" aria-labelledby="group-${name}">
<h2 id="group-${name}">${heading}</h2>
${settings.map((setting) => settingField(filled, setting, words))}
</section>`;
}

function settingField(filled: FilledForm, name: SiteSetting, words: SiteWording): Html {
  const [label, hint] = words.settings[name];
  const text = { label, hint };
  switch (name) {
    case 'language':
    case 'moderation':
    case 'captcha':
    case 'pace':
    case 'learning':
    case 'swearing':
    case 'likes':
    case 'reply-depth':
    case 'consent':
    case 'work-held':
    case 'identity':
    case 'judge-kind':
      return choiceField(filled, name, text, words[name]);
    case 'origins':
    case 'reject-reasons':
    case 'reserved-names':
    case 'article-query':
    case 'notice':
      return linesField(filled, name, text);
    case 'name':
      return textField(filled, name, text, html` maxlength="200" required`);
    case 'privacy-url':
    case 'identity-url':
    case 'judge-url':
      return textField(filled, name, text, html` type="url" maxlength="2000"`);
    case 'identity-words':
      return textField(filled, name, text, html` maxlength="300"`);
    case 'judge-model':
      return textField(filled, name, text, html` maxlength="200" spellcheck="false"`);
    case 'newsroom-name':
      return textField(filled, name, text, html` maxlength="80" required`);
    default:
      return textField(filled, name, text, limits[name]);
  }
}

const whole = (least: number, most: number) =>
  html` type="number" inputmode="numeric" min="${least}" max="${most}" step="1" required`;
const share = html` type="number" inputmode="decimal" min="0" max="1" step="any" required`;

const limits = {
  'hold-abuse-at': share,
  'hold-spam-at': share,
  'hold-share': html` type="number" inputmode="decimal" min="0" max="100" step="any" required`,
  'article-per-hour': whole(0, 1_000_000),
  'site-per-hour': whole(0, 1_000_000),
  'trusted-after': whole(1, 1000),
  'first-held': whole(0, 1000),
  'max-length': whole(1, 10_000),
  'close-after-days': whole(0, 36_500),
  'retention-days': whole(1, 3650),
  'acts-retention-days': whole(1, 36_500),
  'alert-waiting-count': whole(0, 1_000_000),
  'alert-waiting-minutes': whole(0, 100_000),
};
