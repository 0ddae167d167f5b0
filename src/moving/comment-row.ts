import { fingerprintOf } from '../comments/comment.ts';
import { linkMark } from '../store/comments/search-text.ts';
import type { KeptComment, Named } from '../store/foreign/staged-comments.ts';
import type { Imported } from '../store/foreign/written-imports.ts';
import { dayMs } from '../world/clock.ts';
import { keyedRandom } from '../world/hash.ts';
import { randomToken } from '../world/random.ts';
import type { Plan } from './plan.ts';

const lessons: Partial<Record<string, 'publish' | 'spam'>> = { published: 'publish', spam: 'spam' };

/**
 * The same for the same comment of a source, whenever and out of whichever file it is brought in; its own where it was
 * written on this very site, and comes back.
 */
export function commentId(
  { format, site }: Plan,
  { id, within, twin }: Named,
  own: ReadonlySet<string>,
): string {
  if (own.has(id)) return id;
  return randomToken(keyedRandom('', 'imported comment', site.id, format, within, id, twin));
}

/** An e-mail address is kept only as long as if the comment had been sent here. */
export function keepsEmail({ site }: Plan, { email, time }: KeptComment, now: number): boolean {
  return email !== null && time > now - site['retention-days'] * dayMs;
}

export function toImported(plan: Plan, kept: KeptComment, now: number, own: ReadonlySet<string>): Imported {
  const { author, body, state, title, url } = kept;
  return {
    sourceId: kept.id,
    closed: kept.closed === 1,
    comment: {
      id: commentId(plan, kept, own),
      site: plan.site.id,
      article: kept.key,
      parentId: kept.parent && commentId(plan, kept.parent, own),
      author,
      email: keepsEmail(plan, kept, now) ? kept.email : null,
      body,
      state,
      version: 1,
      risk: 0,
      shippedRisk: null,
      learnedRisk: null,
      judgeVerdict: null,
      judgeMs: null,
      sender: '',
      fingerprint: fingerprintOf(body),
      sketch: '',
      lesson: (plan.learn && lessons[state]) || null,
      hasLinks: linkMark(body) === 1,
      articleTitle: title,
      articleUrl: url,
      apart: false,
      appeal: null,
      appealedAt: null,
      badge: null,
      likes: 0,
      pickedAt: null,
      consent: null,
      trusted: false,
      reviewedBy: null,
      mailbox: null,
      createdAt: kept.time,
      findings: [],
    },
  };
}
