import { html } from 'hono/html';
import type { Act } from '../../../store/acts.ts';
import { actDeed, linkToReply } from '../../desk/act-deed.ts';
import { actWording } from '../../desk/act-wording.ts';
import type { DeskWording } from '../../desk/wording.ts';
import type { Html } from '../../layout.ts';
import { formatNumber } from '../../time.ts';
import type { QueueContext } from '../../views.ts';
import { fromOf, queueParameters } from '../address.ts';
import { newsroomWording } from './wording.ts';

/** A reply or a pick, or what took one back, right after it was done. */
export interface ToldAct {
  act: Act;
  mayUndo: boolean;
  /** How many comments of the article are picked. */
  picks: number;
}

/** What has just been done about a comment. */
export function actSentence({ act, picks }: ToldAct, view: QueueContext, desk: DeskWording): Html {
  const { name, language } = view.moderator;
  const words = actWording[language];
  const who = act.by === name ? desk.you : html`<bdi>${act.by ?? words.command}</bdi>`;
  return html`${who} ${actDeed(act, language)}. ${act.kind === 'pick' && picks > view.mostPicksShown && tooMany(picks, view)}`;
}

/** To look at it, and to take it back. */
export function actRemedy({ act, mayUndo }: ToldAct, view: QueueContext, desk: DeskWording): Html {
  return html`${linkToReply(act, actWording[view.moderator.language])}${mayUndo && undoForm(act, view, desk)}`;
}

function tooMany(picks: number, { moderator, mostPicksShown }: QueueContext): Html {
  const [all, shown] = [picks, mostPicksShown].map((count) => formatNumber(count, moderator.language));
  return html`${newsroomWording[moderator.language].morePicks(all ?? '', shown ?? '')}`;
}

function undoForm({ id, about }: Act, { asked, alone }: QueueContext, { undo }: DeskWording): Html {
  return html`<form method="post" action="/moderation/acts/${id}/undo">
<input type="hidden" name="back" value="${queueParameters(asked)}"><input type="hidden" name="from" value="${fromOf({ alone })}">
<input type="hidden" name="about" value="${about?.id}"><button class="act undo">${undo}</button></form>`;
}
