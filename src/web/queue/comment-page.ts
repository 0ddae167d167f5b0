import { html } from 'hono/html';
import type { QueuedComment } from '../../comments/comment.ts';
import type { Problem } from '../../problem.ts';
import type { Consent } from '../../store/comments/consents.ts';
import type { LoggedDecision } from '../../store/queue/decision-log.ts';
import type { LastChange } from '../../store/queue/last-changes.ts';
import { isInNetworks } from '../../world/networks.ts';
import { deskLayout } from '../desk/desk-layout.ts';
import { type DeskWording, deskWording } from '../desk/wording.ts';
import type { Html } from '../layout.ts';
import { renderTime } from '../time.ts';
import type { QueueContext } from '../views.ts';
import { queueAddress, queueParameters } from './address.ts';
import { articleName, cardBody, riskText } from './card.ts';
import { consentNote } from './consent-note.ts';
import { decisionForm, mayDecide } from './decision-form.ts';
import { editForm } from './edit-form.ts';
import { actNotice } from './newsroom/act-notice.ts';
import type { ReplyDraft } from './newsroom/reply-form.ts';
import { marksOf, newsroomSection } from './newsroom/tools.ts';
import { decidedNotice, overtakenNotice } from './notices.ts';
import { reasonList } from './reason-list.ts';

export interface CommentView extends QueueContext {
  comment: QueuedComment;
  /** What its author agreed to, where they were asked. */
  consent: Consent | null;
  decided: LoggedDecision | null;
  /** An edit that was not taken, with what was typed. */
  failed: { problem: Problem; author: string | undefined; body: string | undefined } | null;
  /** What was typed for a decision that was not taken. */
  said: { reason: string; note: string } | null;
  /** A reply that was not taken, with what was typed. */
  draft: ReplyDraft | null;
  /** Who was faster, where anything was not taken for that. */
  overtaken: LastChange | null;
}

const blockHours = [1, 24, 168, 720] as const;

/** One comment on a page of its own: to decide and go on, to edit, to block its sender. */
export function commentPage(view: CommentView): Html {
  const { moderator, comment } = view;
  const words = deskWording[moderator.language];
  return deskLayout({
    moderator,
    section: 'queue',
    title: words.commentBy(comment.author),
    body: html`${view.decided && decidedNotice(view.decided, view, words)}
${view.told && actNotice(view.told, view, words, 'comment')}
${view.said && view.overtaken && overtakenNotice(view.overtaken, view.said, words, moderator)}
<article class="card"><header>
<p class="risk">${riskText(comment, words)}</p>
<p class="quiet">${renderTime(comment.createdAt, moderator.language)} ${words.on} ${articleName(comment, view, words)}. ${words.now}: ${words.states[comment.state]}.${marksOf(comment, view)}</p>
</header>
${cardBody(comment, view, words)}
${view.consent && consentNote(view.consent, moderator.language, words)}
${mayDecide(comment) && decisionForm(comment, view, words, { more: goOn(view, words), reason: view.said?.reason ?? '' })}
</article>
${newsroomSection(comment, view)}
${(comment.state === 'pending' || view.failed) && editForm(view, words)}
${comment.sender.id !== '' && blockForm(view, words)}
<p><a class="target" href="${queueAddress(view.asked)}">${words.backToQueue}</a></p>
${view.sites.filter(({ id }) => id === comment.site).map(reasonList)}`,
  });
}

/** The next one follows where the comment waited; a note goes along. */
function goOn({ comment: { state, id }, said }: CommentView, words: DeskWording): Html {
  return html`${state === 'pending' && html`<input type="hidden" name="then" value="next">`}
<div class="field note-field"><label for="note-${id}">${words.note}</label>
<input id="note-${id}" name="note" value="${said?.note ?? ''}" maxlength="1000" autocomplete="off" placeholder="${words.noteHint}"></div>`;
}

function blockForm({ comment, now, moderator, asked }: CommentView, words: DeskWording): Html {
  const until = comment.sender.blockedUntil;
  const blocked = until !== null && until > now;
  return html`<section class="card" aria-labelledby="block-title"><h2 id="block-title">${words.block}</h2>
<p class="hint">${words.blockHint}</p>
<form class="row" method="post" action="/moderation/comments/${comment.id}/block">
<input type="hidden" name="back" value="${queueParameters(asked)}">
${
  blocked
    ? html`<p>${words.blockedUntil} ${renderTime(until, moderator.language)}.</p>
<button class="button" name="hours" value="0">${words.unblock}</button>`
    : html`<span>${words.blockFor}</span> ${blockHours.map((hours) => html`<button class="button" name="hours" value="${hours}">${words.blockHours[hours]}</button>`)}
${isInNetworks(comment.sender.id) && html`<label class="target"><input type="checkbox" name="wide" value="yes"> ${words.blockWide}</label>`}`
}</form></section>`;
}
