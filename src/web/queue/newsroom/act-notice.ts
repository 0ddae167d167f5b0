import { html } from 'hono/html';
import type { Act } from '../../../store/acts.ts';
import { actDeed, linkToReply } from '../../desk/act-deed.ts';
import { actWording } from '../../desk/act-wording.ts';
import type { DeskWording } from '../../desk/wording.ts';
import type { Html } from '../../layout.ts';
import { formatNumber } from '../../time.ts';
import type { QueueContext } from '../../views.ts';
import { queueParameters } from '../address.ts';
import { newsroomWording } from './wording.ts';

/** A reply or a pick, or what took one back, right after it was done. */
export interface ToldAct {
  act: Act;
  mayUndo: boolean;
  /** How many comments of the article are picked. */
  picks: number;
}

/** What has just been done about a comment, and the way to take it back. */
export function actNotice(
  { act, mayUndo, picks }: ToldAct,
  view: QueueContext,
  desk: DeskWording,
  from: 'queue' | 'comment',
): Html {
  const { name, language } = view.moderator;
  const words = actWording[language];
  const who = act.by === name ? desk.you : html`<bdi>${act.by ?? words.command}</bdi>`;
  return html`<div class="notice"><div><p role="status">${who} ${actDeed(act, words)}.</p>
${linkToReply(act, words)}${act.kind === 'pick' && picks > view.mostPicksShown && tooMany(picks, view)}</div>
${mayUndo && undoForm(act, view, desk, from)}</div>`;
}

function tooMany(picks: number, { moderator, mostPicksShown }: QueueContext): Html {
  const [all, shown] = [picks, mostPicksShown].map((count) => formatNumber(count, moderator.language));
  return html`<p>${newsroomWording[moderator.language].morePicks(all ?? '', shown ?? '')}</p>`;
}

function undoForm({ id, about }: Act, { asked }: QueueContext, { undo }: DeskWording, from: string): Html {
  return html`<form method="post" action="/moderation/acts/${id}/undo">
<input type="hidden" name="back" value="${queueParameters(asked)}"><input type="hidden" name="from" value="${from}">
<input type="hidden" name="about" value="${about?.id}"><button class="button">${undo}</button></form>`;
}
