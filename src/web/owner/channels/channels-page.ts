import { html } from 'hono/html';
import type { Language } from '../../../language/language.ts';
import type { Moderator } from '../../../moderators/moderator.ts';
import type { EventKind } from '../../../notices/event.ts';
import type { FieldError } from '../../../problem.ts';
import type { Site } from '../../../sites/site.ts';
import type { StoredChannel } from '../../../store/notices/channels.ts';
import { dayMs } from '../../../world/clock.ts';
import type { Html } from '../../layout.ts';
import { formatNumber, renderTime } from '../../time.ts';
import { choiceField, type FilledForm, mistakesNotice, textField } from '../fields.ts';
import { ownerLayout } from '../navigation.ts';
import { type ChannelWording, channelWording } from './wording.ts';

export interface ChannelsView {
  moderator: Moderator;
  site: Site;
  channels: readonly StoredChannel[];
  counts: readonly { channel: string; waiting: number; failed: number }[];
  form: FilledForm['form'];
  /** What a channel may be told of. */
  offered: readonly EventKind[];
  /** Of the form, the events that are chosen. */
  chosen: readonly string[];
  errors: readonly FieldError[];
  /** Told this once. */
  secret?: { channel: string; text: string } | undefined;
  now: number;
}

/** Who is told outside what happens on a site. */
export function channelsPage(view: ChannelsView): Html {
  const { moderator, site, channels, form, errors } = view;
  const { language } = moderator;
  const words = channelWording[language];
  const filled = { form, errors, language };
  return ownerLayout({
    moderator,
    part: 'sites',
    help: 'notices',
    title: `${words.channels}: ${site.name}`,
    body: html`<p class="quiet"><a class="target" href="/moderation/sites/${site.id}"><bdi>${site.name}</bdi></a></p>
<p>${words.lead}</p>
${channels.length === 0 && html`<p class="empty">${words.none}</p>`}
<ol class="stack">${channels.map((channel) => html`<li>${card(channel, view, words)}</li>\n`)}</ol>
<section class="card" aria-labelledby="add"><h2 id="add">${words.add}</h2>
${mistakesNotice(filled, words.mistakes)}
<form class="stack" method="post" action="${pathOf(site)}">
${choiceField(filled, 'kind', { label: words.kind }, words.kinds)}
${textField(filled, 'url', { label: words.url, hint: words.urlHint }, html` type="url" maxlength="2048" required autocomplete="off"`)}
${eventsField(view, words)}
<div class="choices"><label class="target"><input type="checkbox" name="single" value="yes"${form.single === 'yes' && html` checked`}> ${words.single}</label></div>
<p><button class="button main">${words.add}</button></p></form></section>`,
  });
}

export function pathOf(site: Site): string {
  return `/moderation/sites/${site.id}/channels`;
}

function eventsField({ offered, chosen }: ChannelsView, words: ChannelWording): Html {
  return html`<fieldset class="choices"><legend>${words.events}</legend>
${offered.map((kind) => html`<label class="target"><input type="checkbox" name="event" value="${kind}"${chosen.includes(kind) && html` checked`}> ${words.eventNames[kind]}</label>\n`)}</fieldset>`;
}

function card(channel: StoredChannel, view: ChannelsView, words: ChannelWording): Html {
  const { id, kind, shown, events, dropped, pausedAt } = channel;
  const { language } = view.moderator;
  const { waiting = 0, failed = 0 } = view.counts.find((one) => one.channel === id) ?? {};
  const count = (value: number) => formatNumber(value, language);
  const facts = [
    waiting > 0 ? words.waiting(count(waiting)) : '',
    failed > 0 ? words.failed(count(failed)) : '',
    dropped > 0 ? words.dropped(count(dropped)) : '',
  ].filter((fact) => fact !== '');
  const path = `${pathOf(view.site)}/${id}`;
  const does = (name: string, label: string) =>
    html`<form method="post" action="${path}"><button class="button" name="do" value="${name}" aria-describedby="c-${id}">${label}</button></form>`;
  return html`<article class="card" aria-labelledby="c-${id}">
<header><h2 id="c-${id}">${words.kinds[kind]}</h2> <code>${shown}</code></header>
<p><b>${standing(channel, view.now, language, words)}</b>${facts.map((fact) => html` · ${fact}`)}</p>
<p class="quiet">${events.map((event) => words.eventNames[event]).join(' · ')}</p>
${secretOf(view, id, words)}
<div class="row"><a class="target" href="${path}">${words.deliveries}</a>
${does('test', words.test)}
${pausedAt === null ? does('pause', words.pause) : does('resume', words.resume)}
${failed + dropped > 0 && does('resend', words.resend)}
</div>
${kind === 'standard' && html`<details><summary>${words.rotate}</summary><p class="hint">${words.rotateHint}</p>${does('rotate', words.rotate)}</details>`}
<details><summary>${words.remove}</summary><p class="hint">${words.removeHint}</p>${does('remove', words.remove)}</details>
</article>`;
}

function secretOf({ secret }: ChannelsView, id: string, words: ChannelWording): Html | '' {
  if (secret?.channel !== id) return '';
  return html`<div class="notice" role="status"><label for="secret">${words.secret}</label>
<input id="secret" readonly value="${secret.text}" spellcheck="false"><p class="hint">${words.secretHint}</p></div>`;
}

function standing(
  { pausedAt, failingSince, gone }: StoredChannel,
  now: number,
  language: Language,
  words: ChannelWording,
): Html | string {
  if (gone) return words.gone;
  if (pausedAt !== null) return html`${words.paused} ${renderTime(pausedAt, language)}`;
  if (failingSince === null) return words.works;
  if (now - failingSince > dayMs) return words.failingLong;
  return html`${words.failing} ${renderTime(failingSince, language)}`;
}
