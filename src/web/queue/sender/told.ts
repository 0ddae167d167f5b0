import { html } from 'hono/html';
import type { Moderator } from '../../../moderators/moderator.ts';
import type { Act } from '../../../store/acts.ts';
import { actDeed } from '../../desk/act-deed.ts';
import { actWording } from '../../desk/act-wording.ts';
import { deskWording } from '../../desk/wording.ts';
import type { Html } from '../../layout.ts';
import { hiddenFields } from './fields.ts';

/** What has just been done about a sender, and the way to take it back, which leads here again. */
export function toldHere(
  act: Act,
  { name, language }: Moderator,
  { mayUndo, carried }: { mayUndo: boolean; carried: Readonly<Record<string, string>> },
): Html {
  const words = actWording[language];
  const who = act.by === name ? deskWording[language].you : html`<bdi>${act.by ?? words.command}</bdi>`;
  const undo = html`<form method="post" action="/moderation/acts/${act.id}/undo">${hiddenFields({ ...carried, about: act.about?.id ?? '' })}<button class="act undo">${words.undo}</button></form>`;
  return html`<div class="notice"><p role="status">${who} ${actDeed(act, language)}.</p>${mayUndo && act.about && undo}</div>`;
}
