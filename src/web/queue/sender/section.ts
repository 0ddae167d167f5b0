import { html } from 'hono/html';
import type { QueuedComment } from '../../../comments/comment.ts';
import type { Language } from '../../../language/language.ts';
import type { Html } from '../../layout.ts';
import { renderTime } from '../../time.ts';
import type { PaneContext } from '../../views.ts';
import { newsroomWording } from '../newsroom/wording.ts';
import { carriedOf } from './fields.ts';
import { noteForm, noteList } from './notes.ts';
import { countsOf, shareBar } from './share.ts';
import { senderWording } from './wording.ts';

/** Who sent a comment, as far as that is known: what else came from there, and what moderators did about it. */
export function senderSection(comment: QueuedComment, { moderator, now }: PaneContext): Html {
  const { language } = moderator;
  const { sender, site, badge, id } = comment;
  const words = senderWording[language];
  if (badge === 'newsroom')
    return html`<section class="block sender"><p class="hint">${newsroomWording[language].fromNewsroom}</p></section>`;
  const known = sender.published + sender.rejected + sender.spam > 0;
  return html`<section class="block sender" aria-labelledby="sender-${id}"><h3 id="sender-${id}">${words.sender}</h3>
${
  sender.id === ''
    ? html`<p class="hint">${words.erased}</p>`
    : html`<p><a href="${senderAddress(site, sender.id)}" data-history>${known ? countsOf(sender, language) : words.history}</a></p>
${known ? shareBar(sender) : html`<p class="hint">${words.first}</p>`}
${sender.since !== null && known && html`<p class="hint">${words.since} ${renderTime(sender.since, language)}</p>`}
${standing(sender, now, language)}`
}</section>`;
}

/** Their hold and their block, where they have one. */
export function standing(
  { held, blockedUntil }: Pick<QueuedComment['sender'], 'held' | 'blockedUntil'>,
  now: number,
  language: Language,
): Html {
  const words = senderWording[language];
  return html`${held && html`<p class="told warn"><b><bdi>${held.by}</bdi></b> ${words.heldBy}, ${words.from} ${renderTime(held.at, language)}.${held.reason && html` ${words.because}: <span class="typed">${held.reason}</span>`}</p>`}
${blockedUntil !== null && blockedUntil > now && html`<p class="told bad">${words.blockedUntil} ${renderTime(blockedUntil, language)}.</p>`}`;
}

/** What moderators noted of the sender, and a field for more. */
export function senderNotes(comment: QueuedComment, view: PaneContext): Html {
  const { sender, badge, id } = comment;
  const { language } = view.moderator;
  if (badge === 'newsroom' || sender.id === '') return html``;
  return html`<section class="block notes" aria-labelledby="notes-${id}"><h3 id="notes-${id}">${senderWording[language].notes}</h3>
${noteList(sender.notes, language)}
${noteForm({ comment: id, carried: carriedOf(view, id) }, language)}</section>`;
}

export function senderAddress(site: string, sender: string, more: Record<string, string> = {}): string {
  return `/moderation/senders/${encodeURIComponent(sender)}?${new URLSearchParams({ site, ...more })}`;
}
