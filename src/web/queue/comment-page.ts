import { html } from 'hono/html';
import type { QueuedComment } from '../../comments/comment.ts';
import { fixedLayout } from '../desk/desk-layout.ts';
import { type DeskWording, deskWording } from '../desk/wording.ts';
import type { Html } from '../layout.ts';
import type { PaneContext } from '../views.ts';
import { helpDialog } from './help-dialog.ts';
import { lastBar } from './last-bar.ts';
import { overtakenNotice } from './notices.ts';
import { wholeOne } from './pane/whole-one.ts';

export interface CommentView extends PaneContext {
  comment: QueuedComment;
}

/** One comment on a page of its own: the same as in the pane, and the next one follows. */
export function commentPage(view: CommentView): Html {
  const { moderator, comment } = view;
  const words = deskWording[moderator.language];
  return fixedLayout({
    moderator,
    section: 'queue',
    help: 'decide',
    title: words.commentBy(comment.author),
    searched: { tab: view.asked.state ?? '', site: view.asked.site },
    body: html`<main class="desk alone" id="main" tabindex="-1" data-moderator="${moderator.id}">
<h1 class="unseen">${words.commentBy(comment.author || words.erasedAuthor)}</h1>
${lastBar(view, words)}
<section class="pane" id="pane" aria-label="${words.shown}">${wholeOne(comment, { ...view, notice: noticeOf(view, words) }, words)}</section>
${view.keys && helpDialog(view.keys, words)}
</main>`,
  });
}

function noticeOf({ said, overtaken, moderator }: CommentView, words: DeskWording): Html | '' {
  return said && overtaken ? overtakenNotice(overtaken, said, words, moderator) : '';
}
