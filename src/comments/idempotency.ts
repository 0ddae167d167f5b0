import { Problem } from '../problem.ts';
import type { Site } from '../sites/site.ts';
import { findFirstAnswer } from '../store/comments/idempotency-keys.ts';
import { digest, keyedHash } from '../world/hash.ts';
import { receiptFor } from '../world/receipt.ts';
import type { World } from '../world/world.ts';
import type { NewComment } from './comment.ts';
import type { Sender } from './sender.ts';

/** What the author is told; the receipt is theirs alone. */
export interface Submitted {
  id: string;
  state: 'pending' | 'published';
  receipt: string;
}

export interface Sending {
  site: Site;
  sender: Sender;
  comment: NewComment;
  idempotencyKey?: string | undefined;
}

/** A key that came before, with something else. */
export class KeyTaken extends Problem {
  constructor() {
    super('conflict', {
      vi: 'Khóa Idempotency-Key này đã được dùng cho một nội dung khác.',
      en: 'This Idempotency-Key was used with another body.',
    });
  }
}

/** What the first request with this key was told; throws where that one said something else. */
export async function firstAnswer(world: World, sending: Sending): Promise<Submitted | undefined> {
  const { site, idempotencyKey } = sending;
  if (idempotencyKey === undefined) return undefined;
  const first = await findFirstAnswer(world.database, site.id, idempotencyKey);
  if (!first) return undefined;
  if (first.requestHash !== requestHash(sending)) throw new KeyTaken();
  return { id: first.id, state: first.state, receipt: receiptFor(world, first.id) };
}

/** What a request is known by that may come again: what it has spent is its own. */
export function retryMark(world: World, sending: Sending): string | null {
  const { idempotencyKey: key } = sending;
  return key === undefined ? null : keyedHash(world.secret, 'retry', key, requestHash(sending));
}

/** What is said, not how the captcha was met: who comes again after an hour has met another. */
export function requestHash({ comment, sender }: Sending): string {
  const { article, author, email, body, parentId, consent, notice, notify } = comment;
  const agreed = consent === undefined ? [] : [consent, notice];
  const asked = notify ? [notify] : [];
  // A name that a site gives its reader may change until they try again; who they are does not.
  const who = sender.reader ? [sender.id] : [author, email];
  return digest(JSON.stringify([article, ...who, body, parentId, ...agreed, ...asked]));
}
