import { html } from 'hono/html';
import type { PublicComment } from '../../comments/comment.ts';
import { shorten } from '../body.ts';
import type { Html } from '../layout.ts';
import { formatNumber } from '../time.ts';
import { avatar } from './avatar.ts';
import { anchorOf, frameAddress } from './frame-address.ts';
import type { FrameWording } from './frame-wording.ts';
import { icon } from './icons.ts';
import type { ThreadView } from './thread-view.ts';

/** What the newsroom put above the others. */
export function pickList(view: ThreadView, words: FrameWording) {
  if (view.picks.length === 0) return '';
  return html`<section class="pinned" aria-labelledby="noi-bat">
<h3 id="noi-bat">${icon('star')}${words.picks}</h3>
<ol>${view.picks.map((pick) => html`<li>${pickItem(pick, view, words)}</li>\n`)}</ol>
</section>`;
}

function pickItem(pick: PublicComment, view: ThreadView, words: FrameWording): Html {
  const { id, author, badge, body, replyCount } = pick;
  const address = `${frameAddress(view, { comment: id })}#${anchorOf(id)}`;
  const label = replyCount > 0 ? words.replies(formatNumber(replyCount, view.site.language)) : words.inThread;
  return html`<blockquote dir="auto">${shorten(body, 200)}</blockquote>
<div class="row">${avatar(author, badge)}<div><p class="who"><bdi>${author}</bdi></p>
<p class="hint">${
    badge && html`${badge === 'newsroom' ? words.newsroom : words.badges[badge]} · `
  }<a href="${address}" data-do="show">${label}<span class="unseen"> ${words.repliesTo(author)}</span></a></p></div></div>`;
}
