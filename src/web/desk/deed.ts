import { html } from 'hono/html';
import type { LoggedDecision } from '../../store/queue/decision-log.ts';
import type { Html } from '../layout.ts';
import type { DeskWording } from './wording.ts';

/** "marked the comment by Lê Hoàng as spam" */
export function deed(action: LoggedDecision['action'], what: Html | string, words: DeskWording): Html {
  const [before, after] = words.did[action];
  return html`${before} ${what}${after && ` ${after}`}`;
}
