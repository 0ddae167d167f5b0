import { html } from 'hono/html';
import type { Moderator } from '../../../moderators/moderator.ts';
import type { FieldError } from '../../../problem.ts';
import type { JudgeStanding, Tried } from '../../../screening/judge/set-up.ts';
import type { Site } from '../../../sites/site.ts';
import { excerptOf } from '../../body.ts';
import type { Html } from '../../layout.ts';
import { formatNumber, renderTime } from '../../time.ts';
import { textField } from '../fields.ts';
import { ownerLayout } from '../navigation.ts';
import { siteWording } from '../site-wording.ts';
import { type JudgeWording, judgeWording } from './wording.ts';

export interface JudgeView {
  moderator: Moderator;
  site: Site;
  standing: JudgeStanding;
  /** Told this once. */
  secret?: string | undefined;
  /** The sentence to judge, and what came of it where it was sent. */
  body: string;
  tried?: Tried | undefined;
  errors: readonly FieldError[];
}

/** Whom a site asks outside, with what key, and what they say. */
export function judgePage(view: JudgeView): Html {
  const { moderator, site } = view;
  const words = judgeWording[moderator.language];
  const isOn = site['judge-url'] !== '';
  return ownerLayout({
    moderator,
    part: 'sites',
    help: 'judge',
    title: `${words.judge}: ${site.name}`,
    body: html`<p class="quiet"><a class="target" href="/moderation/sites/${site.id}"><bdi>${site.name}</bdi></a> · <a class="target" href="/moderation/filter?site=${site.id}">${words.figures}</a></p>
<p>${words.lead}</p>
${isOn ? present(view, words) : html`<p class="notice">${words.off}</p>`}
${keyCard(view, words)}
${isOn && tryCard(view, words)}`,
  });
}

export function pathOf({ id }: Pick<Site, 'id'>): string {
  return `/moderation/sites/${id}/judge`;
}

function present({ site, standing, moderator: { language } }: JudgeView, words: JudgeWording): Html {
  const model = site['judge-model'];
  return html`<dl class="facts"><dt>${words.address}</dt><dd><code>${site['judge-url']}</code></dd>
<dt>${words.kind}</dt><dd>${siteWording[language]['judge-kind'][site['judge-kind']]}</dd>
${model && html`<dt>${words.model}</dt><dd><code>${model}</code></dd>`}</dl>
${standing.failing && html`<p class="notice bad" role="status">${words.resting} ${standing.failing[language]}</p>`}`;
}

function keyCard(view: JudgeView, words: JudgeWording): Html {
  const { site, standing, secret, moderator } = view;
  const isHook = site['judge-kind'] === 'hook';
  const { key } = standing;
  return html`<section class="card" aria-labelledby="key-heading"><h2 id="key-heading">${isHook ? words.secret : words.apiKey}</h2>
${
  key
    ? html`<p><code>${key.shown}</code> <span class="quiet">${words.addedAt} ${renderTime(key.createdAt, moderator.language)}</span></p>
${!key.fits && html`<p class="notice bad" role="status">${words.unfit}</p>`}`
    : html`<p class="quiet">${words.noKey[isHook ? 'secret' : 'api-key']}</p>`
}
${
  secret &&
  html`<div class="notice" role="status"><label for="secret">${words.secret}</label>
<input id="secret" readonly value="${secret}" spellcheck="false"><p class="hint">${words.told}</p></div>`
}
${isHook ? secretForm(view, words) : site['judge-url'] !== '' && apiKeyForm(view, words)}
${key && html`<details><summary>${words.remove}</summary><p class="hint">${words.removeHint}</p>${does(view, 'remove', words.remove)}</details>`}
</section>`;
}

function secretForm(view: JudgeView, words: JudgeWording): Html {
  if (!view.standing.key) return does(view, 'secret', words.make);
  return html`<details><summary>${words.renew}</summary><p class="hint">${words.renewHint}</p>${does(view, 'secret', words.renew)}</details>`;
}

function apiKeyForm({ site, errors, moderator: { language } }: JudgeView, words: JudgeWording): Html {
  const text = { label: words.apiKey, hint: words.keyHint };
  const more = html` type="password" maxlength="500" autocomplete="off" required`;
  return html`<form class="stack" method="post" action="${pathOf(site)}">
${textField({ form: {}, errors, language }, 'key', text, more)}
<p><button class="button main" name="do" value="key">${words.keep}</button></p></form>`;
}

function does({ site }: JudgeView, name: string, label: string): Html {
  return html`<form method="post" action="${pathOf(site)}"><button class="button" name="do" value="${name}">${label}</button></form>`;
}

function tryCard({ site, body, tried, moderator: { language } }: JudgeView, words: JudgeWording): Html {
  return html`<section class="card" aria-labelledby="try-heading"><h2 id="try-heading">${words.try}</h2>
${tried && outcome(tried, body, language, words)}
<form class="stack" method="post" action="${pathOf(site)}">
<div class="field"><label for="body">${words.body}</label>
<textarea id="body" name="body" rows="3" maxlength="${site['max-length']}" aria-describedby="body-hint">
${body}</textarea><p class="hint" id="body-hint">${words.tryHint}</p></div>
<p><button class="button main" name="do" value="try">${words.try}</button></p></form></section>`;
}

function outcome(
  { verdict, risk, ms, findings }: Tried,
  body: string,
  language: Moderator['language'],
  words: JudgeWording,
): Html {
  const facts = [
    ...(risk === null ? [] : [words.risk(`${formatNumber(Math.round(risk * 100), language)}%`)]),
    ...(ms === null ? [] : [words.ms(formatNumber(ms, language))]),
  ];
  return html`<div class="notice${verdict === 'failed' && ' bad'}" role="status"><p><b>${words.verdicts[verdict]}</b>${facts.map((fact) => html` · ${fact}`)}</p>
${findings.length > 0 && html`<ul>${findings.map((one) => html`<li>${one.message[language]}${quoted(excerptOf(body, one))}</li>`)}</ul>`}</div>`;
}

function quoted(excerpt: string | null | undefined): Html | '' {
  return excerpt ? html` <q>${excerpt}</q>` : '';
}
