import { html } from 'hono/html';
import type { Badge } from '../../../comments/comment.ts';
import type { Html } from '../../layout.ts';
import type { FrameWording } from '../frame-wording.ts';
import { icon } from '../icons.ts';

/** Whose voice a comment is, beside its author's name. */
export function badgeMark(badge: Badge, words: FrameWording): Html {
  if (badge === 'newsroom') return html`<span class="badge full">${words.newsroom}</span>`;
  if (badge === 'verified')
    return html`<span class="badge plain">${icon('check')}${words.badges.verified}</span>`;
  return html`<span class="badge author">${words.badges[badge]}</span>`;
}
