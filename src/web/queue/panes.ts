import { html } from 'hono/html';
import type { QueuedComment } from '../../comments/comment.ts';
import { deskWording } from '../desk/wording.ts';
import type { Html } from '../layout.ts';
import type { PaneContext } from '../views.ts';
import { wholeOne } from './pane/whole-one.ts';

/** Some comments as the pane shows them, for a script that keeps the next ones ready. */
export function panesFragment(comments: readonly QueuedComment[], view: PaneContext): Html {
  const words = deskWording[view.moderator.language];
  return html`${comments.map((comment) => html`${wholeOne(comment, view, words)}\n`)}`;
}
