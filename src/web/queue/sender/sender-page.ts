import { html } from 'hono/html';
import type { Moderator } from '../../../moderators/moderator.ts';
import type { Site } from '../../../sites/site.ts';
import type { KnownSender, SenderState, SentComment } from '../../../store/senders/history.ts';
import { isReader } from '../../../world/networks.ts';
import { deskLayout } from '../../desk/desk-layout.ts';
import { stylesheet } from '../../files.ts';
import type { Html } from '../../layout.ts';
import { formatNumber, renderTime } from '../../time.ts';
import { noteForm, noteList } from './notes.ts';
import { readersWording } from './readers-wording.ts';
import { senderAddress, standing } from './section.ts';
import { countsOf, shareBar } from './share.ts';
import { blockForm, holdForm } from './tools.ts';
import { type SenderWording, senderWording } from './wording.ts';

export interface SenderView {
  moderator: Moderator;
  site: Site;
  sender: KnownSender;
  state: SenderState;
  sent: readonly SentComment[];
  nextCursor: string | null;
  now: number;
  /** What was just done, to be told and taken back. */
  told: Html | null;
  /** A note that was typed and not taken, and why. */
  draft: { text: string; mistakes: readonly string[] } | null;
}

const states = ['pending', 'published', 'rejected', 'spam'] as const;

/** All that a site knows of a sender: their comments by state, notes, hold and block. */
export function senderPage(view: SenderView): Html {
  const { moderator, sender, site, now } = view;
  const { language } = moderator;
  const words = senderWording[language];
  return deskLayout({
    moderator,
    section: 'queue',
    help: 'senders',
    title: words.title(sender.names[0] ?? words.nameless),
    body: html`${stylesheet('sender')}${view.told}
<div class="sender-page">
<section class="block sender" aria-label="${words.sender}"><p>${countsOf(sender.counts, language)}</p>
${shareBar(sender.counts)}
${sender.since !== null && html`<p class="hint">${words.since} ${renderTime(sender.since, language)}${moderator.sites.length > 1 && ` · ${site.name}`}</p>`}
${sender.names.length > 1 && html`<p class="hint">${words.names}: ${sender.names.map((name, at) => html`${at > 0 && ', '}<bdi>${name}</bdi>`)}</p>`}
${standing(sender, now, language)}
<p class="hint">${isReader(sender.id) ? words.person : words.network} ${words.term(formatNumber(site['retention-days'], language))}</p></section>
${notes(view, words)}
${sender.latest !== null && tools(view, sender.latest)}
${sentList(view, words)}
</div>
<p><a class="target" href="/moderation">${words.back}</a>${isReader(sender.id) && html` <a class="target" href="/moderation/readers?site=${site.id}">${readersWording[language].readers}</a>`} <a class="target" href="/moderation/blocks">${words.blocks}</a></p>`,
  });
}

/** Forms of this page lead back to it. */
function carriedOf({ sender }: SenderView): Record<string, string> {
  return { from: 'sender', sender: sender.id, site: sender.site };
}

function notes(view: SenderView, words: SenderWording): Html {
  const { sender, draft, moderator } = view;
  const { latest } = sender;
  return html`<section class="block notes" aria-labelledby="notes"><h2 id="notes">${words.notes}</h2>
${sender.notes.length === 0 && html`<p class="hint">${words.noNotes}</p>`}${noteList(sender.notes, moderator.language, latest === null ? undefined : { ...carriedOf(view), about: latest })}
${latest !== null && noteForm({ comment: latest, carried: carriedOf(view), ...(draft && { typed: draft.text, mistakes: draft.mistakes }) }, moderator.language)}</section>`;
}

function tools(view: SenderView, comment: string): Html {
  const { moderator, sender, now } = view;
  const about = { ...sender, comment, carried: carriedOf(view), now };
  return html`<div class="tools">${holdForm(about, moderator.language)}
${blockForm(about, moderator.language)}</div>`;
}

function sentList(view: SenderView, words: SenderWording): Html {
  const { sender, state, sent, nextCursor, moderator } = view;
  const { language } = moderator;
  return html`<section aria-labelledby="sent"><h2 id="sent">${words.sent}</h2>
<nav class="tabs" aria-label="${words.sent}">${states.map(
    (
      name,
    ) => html`<a class="target" href="${senderAddress(sender.site, sender.id, { state: name })}"${name === state && html` aria-current="page"`}>${words.states[name]}
<span class="count">${formatNumber(sender.counts[name], language)}</span></a>`,
  )}</nav>
${sent.length === 0 && html`<p class="hint">${words.noneSent}</p>`}
<ol class="sent">${sent.map((one) => html`<li>${sentOne(one, view, words)}</li>`)}</ol>
${nextCursor && html`<p><a class="act" rel="next" href="${senderAddress(sender.site, sender.id, { state, cursor: nextCursor })}">${words.next}</a></p>`}</section>`;
}

function sentOne(
  { id, author, body, createdAt, article }: SentComment,
  { moderator }: SenderView,
  words: SenderWording,
): Html {
  return html`<p class="hint"><a class="target" href="/moderation/comments/${id}"><bdi>${author}</bdi></a> ${renderTime(createdAt, moderator.language)} ${words.on} ${article.title || article.key}</p>
<p class="typed" dir="auto">${body}</p>`;
}
