import { html } from 'hono/html';
import type { QueuedComment } from '../../../comments/comment.ts';
import { renderMarked } from '../../body.ts';
import { deed } from '../../desk/deed.ts';
import type { DeskWording } from '../../desk/wording.ts';
import type { Html } from '../../layout.ts';
import { formatNumber, renderTime } from '../../time.ts';
import type { PaneContext } from '../../views.ts';

/** What happened to the comment that a decision must know of, before the comment itself. */
export function urgentEvents(
  { takenBack, reports, appeal }: QueuedComment,
  view: PaneContext,
  words: DeskWording,
): Html {
  const { language } = view.moderator;
  return html`${takenBack && html`<p class="event bad"><b>${words.takenBack[takenBack.how]}</b> (${renderTime(takenBack.at, language)}): ${words.takenBackHint}.</p>`}
${appeal && html`<div class="event warn"><p><b>${words.appealed}</b> (${renderTime(appeal.at, language)})</p><p class="typed" dir="auto">${appeal.text}</p></div>`}
${reports.length > 0 && reported(reports, view, words)}`;
}

function reported(reports: QueuedComment['reports'], { moderator }: PaneContext, words: DeskWording): Html {
  const counted = Map.groupBy(reports, ({ reason }) => reason);
  const kinds = [...counted].map(([reason, same]) => `${words.reportReasons[reason]} (${same.length})`);
  const told = reports.filter(({ details }) => details !== '').slice(0, 5);
  return html`<div class="event bad"><p><b>${words.reports}</b> (${formatNumber(reports.length, moderator.language)}): ${kinds.join(', ')}</p>
${told.length > 0 && html`<ul>${told.map(({ details }) => html`<li><q class="typed">${details}</q></li>`)}</ul>`}</div>`;
}

/** What happened to it before: how it was changed, and who decided last. */
export function pastEvents(comment: QueuedComment, view: PaneContext, words: DeskWording): Html {
  return html`${comment.edited && original(comment, comment.edited, view, words)}
${comment.decided && lastDecision(comment.decided, view, words)}`;
}

function original(
  comment: QueuedComment,
  edited: NonNullable<QueuedComment['edited']>,
  { moderator }: PaneContext,
  words: DeskWording,
): Html {
  return html`<details class="fold"><summary><bdi>${edited.by}</bdi> ${words.edited}, ${renderTime(edited.at, moderator.language)}. ${words.original}</summary>
<p><b><bdi>${edited.author}</bdi></b></p>
<p class="typed" dir="auto">${renderMarked(edited.body, { findings: comment.findings, language: moderator.language })}</p></details>`;
}

function lastDecision(
  decided: NonNullable<QueuedComment['decided']>,
  { moderator }: PaneContext,
  words: DeskWording,
): Html {
  return html`<section class="block"><h3>${words.lastDecision}</h3><p><bdi>${decided.by}</bdi> ${deed(decided.action, words.thisComment, words)}, ${renderTime(decided.at, moderator.language)}.
${decided.reason && html`${words.because}: ${decided.reason}. `}${decided.note && html`${words.note}: ${decided.note}`}</p></section>`;
}
