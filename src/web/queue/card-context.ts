import { html } from 'hono/html';
import type { QueuedComment } from '../../comments/comment.ts';
import type { Tab } from '../../store/queue/queue-filter.ts';
import { renderMarked } from '../body.ts';
import { deed } from '../desk/deed.ts';
import type { DeskWording } from '../desk/wording.ts';
import type { Html } from '../layout.ts';
import { formatNumber, renderTime } from '../time.ts';
import type { QueueContext } from '../views.ts';
import { type Asked, queueAddress } from './address.ts';
import { articleTools } from './article-tools.ts';
import { newsroomWording } from './newsroom/wording.ts';

/** What stands around a comment: reports, an appeal, an edit, its sender, its likes, the last decision. */
export function cardContext(comment: QueuedComment, view: QueueContext, words: DeskWording): Html {
  return html`${comment.takenBack && takenBack(comment.takenBack, view, words)}
${comment.reports.length > 0 && reports(comment, view, words)}
${comment.appeal && html`<p class="told"><b>${words.appealed}</b> (${renderTime(comment.appeal.at, view.moderator.language)}): <span class="typed">${comment.appeal.text}</span></p>`}
${comment.edited && original(comment, comment.edited, view, words)}
<p class="row around quiet">${sender(comment, view, words)}${alike(comment, view, words)}</p>
${comment.decided && lastDecision(comment.decided, view, words)}
${articleTools(comment, view)}`;
}

function takenBack(
  { how, at }: NonNullable<QueuedComment['takenBack']>,
  { moderator }: QueueContext,
  words: DeskWording,
): Html {
  return html`<p class="told"><b>${words.takenBack[how]}</b> (${renderTime(at, moderator.language)}): ${words.takenBackHint}.</p>`;
}

function reports({ reports }: QueuedComment, { moderator }: QueueContext, words: DeskWording): Html {
  const counted = Map.groupBy(reports, ({ reason }) => reason);
  const kinds = [...counted].map(([reason, same]) => `${words.reportReasons[reason]} (${same.length})`);
  const told = reports.filter(({ details }) => details !== '').slice(0, 5);
  return html`<div class="told"><p><b>${words.reports}</b> (${formatNumber(reports.length, moderator.language)}): ${kinds.join(', ')}</p>
${told.length > 0 && html`<ul>${told.map(({ details }) => html`<li><q class="typed">${details}</q></li>`)}</ul>`}</div>`;
}

function original(
  comment: QueuedComment,
  edited: NonNullable<QueuedComment['edited']>,
  { moderator }: QueueContext,
  words: DeskWording,
): Html {
  return html`<details class="told"><summary><bdi>${edited.by}</bdi> ${words.edited}, ${renderTime(edited.at, moderator.language)}. ${words.original}</summary>
<p><b><bdi>${edited.author}</bdi></b></p>
<p class="body typed" dir="auto">${renderMarked(edited.body, comment.findings)}</p></details>`;
}

function sender(comment: QueuedComment, { moderator }: QueueContext, words: DeskWording): Html {
  const { sender, site } = comment;
  if (comment.badge === 'newsroom')
    return html`<span>${newsroomWording[moderator.language].fromNewsroom}</span>`;
  if (sender.id === '') return html`<span>${words.senderErased}</span>`;
  const { published, rejected, spam } = sender;
  const known = published + rejected + spam > 0;
  const asked: Asked = { state: tabOf(comment), site, sender: sender.id };
  if (!known) return html`<span>${words.senderNew}</span>`;
  const counted = (['published', 'rejected', 'spam'] as const)
    .filter((name) => sender[name] > 0)
    .map((name) => `${formatNumber(sender[name], moderator.language)} ${words.states[name].toLowerCase()}`);
  return html`<span>${words.senderHistory}: <a href="${queueAddress(asked)}">${counted.join(', ')}</a></span>`;
}

function alike(comment: QueuedComment, { moderator }: QueueContext, words: DeskWording): Html {
  const { alike, id, site } = comment;
  if (alike === 0) return html``;
  const asked: Asked = { state: tabOf(comment), site, like: id };
  const count = `${formatNumber(alike, moderator.language)}${alike >= 99 ? '+' : ''}`;
  return html` <a href="${queueAddress(asked)}">${words.alike(count)}</a>`;
}

/** Where others like it are looked for first. */
function tabOf({ state, apart }: QueuedComment): Tab {
  if (apart) return 'apart';
  return state === 'withdrawn' ? 'pending' : state;
}

function lastDecision(
  decided: NonNullable<QueuedComment['decided']>,
  { moderator }: QueueContext,
  words: DeskWording,
): Html {
  return html`<p class="quiet"><bdi>${decided.by}</bdi> ${deed(decided.action, words.thisComment, words)}, ${renderTime(decided.at, moderator.language)}.
${decided.reason && html`${words.because}: ${decided.reason}. `}${decided.note && html`${words.note}: ${decided.note}`}</p>`;
}
