import { html } from 'hono/html';
import type { LoggedDecision } from '../store/decision-log.ts';
import type { DeskWording } from './desk-wording.ts';
import type { Html } from './layout.ts';

/** "marked the comment by Lê Hoàng as spam" */
export function deed(action: LoggedDecision['action'], what: Html | string, words: DeskWording): Html {
  const [before, after] = words.did[action];
  return html`${before} ${what}${after && ` ${after}`}`;
}
