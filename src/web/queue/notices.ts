import { html } from 'hono/html';
import type { QueuedComment } from '../../comments/comment.ts';
import type { Moderator } from '../../moderators/moderator.ts';
import type { LoggedDecision } from '../../store/queue/decision-log.ts';
import type { LastChange } from '../../store/queue/last-changes.ts';
import { deed } from '../desk/deed.ts';
import type { DeskWording } from '../desk/wording.ts';
import type { Html } from '../layout.ts';
import { formatNumber, renderTime } from '../time.ts';
import type { QueueContext } from '../views.ts';

/** What has just been decided. */
export function decidedSentence(decision: LoggedDecision, view: QueueContext, words: DeskWording): Html {
  return html`${words.you} ${deed(decision.action, whichComments(decision, view, words), words)}.`;
}

export function isUndoable({ action, undoneBy }: LoggedDecision): boolean {
  return action !== 'undo' && !undoneBy;
}

function whichComments(
  { comments, count }: LoggedDecision,
  { moderator }: QueueContext,
  words: DeskWording,
): Html {
  const [only] = comments;
  if (only && count === 1) return html`${words.commentOf} <b><bdi>${only.author}</bdi></b>`;
  return html`${words.comments(formatNumber(count, moderator.language))}`;
}

/** Comments that someone else decided about first. */
export function conflictNotice(
  conflicts: readonly QueuedComment[],
  words: DeskWording,
  moderator: Moderator,
): Html {
  return html`<div class="notice bad" role="alert">
<p>${words.conflict}</p>
<ul>${conflicts.map((comment) => html`<li>${whoDidWhat(comment, words, moderator)}</li>`)}</ul>
</div>`;
}

function whoDidWhat(
  { id, author, state, decided }: QueuedComment,
  words: DeskWording,
  moderator: Moderator,
): Html {
  const named = html`<a href="/moderation/comments/${id}">${words.commentOf} <b><bdi>${author}</bdi></b></a>`;
  const now = html`${words.now}: ${words.states[state]}.`;
  if (!decided) return html`${named}. ${now}`;
  return html`<bdi>${decided.by}</bdi> ${deed(decided.action, named, words)}, ${renderTime(decided.at, moderator.language)}. ${now}`;
}

/** Somebody else was faster with this one; what was typed about it is given back, wherever it stands by now. */
export function overtakenNotice(
  change: LastChange,
  { reason, note }: { reason: string; note: string },
  words: DeskWording,
  moderator: Moderator,
): Html {
  return html`<div class="notice bad" role="alert"><div><p>${words.conflict}</p>
<p>${overtakenBy(change, words.thisComment, words, moderator)}</p>
<p>${words.typed}. ${reason && html`${words.because}: <q>${reason}</q> `}${note && html`${words.note}: <q>${note}</q>`}</p></div></div>`;
}

/** "Minh published this comment, 14:30 08/02/2026." */
export function overtakenBy(
  { state, action, by, at }: LastChange,
  what: string,
  words: DeskWording,
  { language }: Moderator,
): Html {
  const now = html`${words.now}: ${words.states[state]}.`;
  if (!by || !action || at === null) return now;
  const did = action === 'edit' ? words.edited : deed(action, what, words);
  return html`<bdi>${by}</bdi> ${did}, ${renderTime(at, language)}. ${now}`;
}
