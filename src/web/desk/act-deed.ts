import { html } from 'hono/html';
import type { Language } from '../../language/language.ts';
import type { Act } from '../../store/acts.ts';
import type { Html } from '../layout.ts';
import { deeds } from '../log/deeds.ts';
import { theComment } from '../log/line.ts';
import { logPageWording } from '../log/wording.ts';
import type { ActWording } from './act-wording.ts';

/** "replied to the comment by Lê Hoàng", or "moved articles" where it is not about one comment. */
export function actDeed({ kind, details, about }: Act, language: Language): Html {
  const words = logPageWording[language];
  const did = words.about[kind === 'undo' ? `undo ${details.of}` : kind];
  if (!did) return html`${deeds[language][kind]}`;
  const [before, after] = did;
  return html`${before} ${about ? theComment(about, words) : words.goneComment}${after && ` ${after}`}`;
}

/** The reply that an act published, to be looked at. */
export function linkToReply({ kind, details }: Act, words: ActWording): Html {
  return html`${kind === 'reply' && html`<a class="target" href="/moderation/comments/${details.comment}">${words.seeReply}</a>`}`;
}
