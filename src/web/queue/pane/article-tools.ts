import { html } from 'hono/html';
import type { QueuedComment } from '../../../comments/comment.ts';
import type { Language } from '../../../language/language.ts';
import type { Html } from '../../layout.ts';
import type { PaneContext } from '../../views.ts';
import { queueParameters } from '../address.ts';

const wording: Record<Language, { page: string; close: string; reopen: string }> = {
  vi: {
    page: 'Trang của bài viết',
    close: 'Đóng bình luận bài này',
    reopen: 'Mở lại bình luận bài này',
  },
  en: {
    page: 'Page of the article',
    close: 'Close comments on this article',
    reopen: 'Reopen comments on this article',
  },
};

/** From the comment to its article: its page at the desk, and whether it takes more. */
export function articleTools({ site, article }: QueuedComment, { moderator, asked }: PaneContext): Html {
  const words = wording[moderator.language];
  const at = new URLSearchParams({ site, key: article.key });
  return html`<form class="sub" method="post" action="/moderation/articles">
<a href="/moderation/articles/at?${at}">${words.page}</a>
<input type="hidden" name="site" value="${site}"><input type="hidden" name="key" value="${article.key}">
<input type="hidden" name="queue" value="${queueParameters(asked)}">
<button name="open" value="${article.open ? 'no' : 'yes'}">${article.open ? words.close : words.reopen}</button></form>`;
}
