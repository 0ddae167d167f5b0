import { html } from 'hono/html';
import type { Act } from '../../store/acts.ts';
import type { Html } from '../layout.ts';
import type { ActWording } from './act-wording.ts';

/** "replied to the comment by Lê Hoàng", or "moved articles" where it is not about one comment. */
export function actDeed({ kind, details, about }: Act, words: ActWording): Html {
  const did = words.about[kind === 'undo' ? `undo ${details.of}` : kind];
  if (!did) return html`${words.deeds[kind]}`;
  const [before, after] = did;
  return html`${before} ${whose(about, words)}${after && ` ${after}`}`;
}

function whose(about: Act['about'], words: ActWording): Html {
  if (!about) return html`${words.goneComment}`;
  const { id, author } = about;
  const name = author === '' ? words.erasedComment : html`${words.commentOf} <b><bdi>${author}</bdi></b>`;
  return html`<a href="/moderation/comments/${id}">${name}</a>`;
}

/** The reply that an act published, to be looked at. */
export function linkToReply({ kind, details }: Act, words: ActWording): Html {
  return html`${kind === 'reply' && html`<a class="target" href="/moderation/comments/${details.comment}">${words.seeReply}</a>`}`;
}
