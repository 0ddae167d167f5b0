import type { By } from '../acts/act.ts';
import type { Moderator } from '../moderators/moderator.ts';
import { invalidFields, Problem } from '../problem.ts';
import type { Act } from '../store/acts.ts';
import { findFirstAnswer } from '../store/comments/idempotency-keys.ts';
import {
  findNewsroomReply,
  type ReplyToStore,
  type StoredReply,
  storeNewsroomReply,
  withdrawReply,
} from '../store/comments/newsroom-replies.ts';
import { findPick } from '../store/comments/picks.ts';
import { Duplicate } from '../store/database.ts';
import { findSite } from '../store/sites.ts';
import { digest, keyedHash } from '../world/hash.ts';
import { growingId } from '../world/random.ts';
import { everySecret } from '../world/secrets.ts';
import type { ActWorld, World } from '../world/world.ts';
import { composeText } from './comment.ts';
import { lengthMistakes } from './submit.ts';

export interface NewReply {
  /** The comment that it answers. */
  commentId: string;
  body: string;
  idempotencyKey?: string | undefined;
}

/**
 * Publishes at once what the newsroom answers to a published comment, by an act; also where its article is closed, since
 * that closes it to readers. Asked again with the same key, it tells of the same reply.
 */
export async function replyAsNewsroom(
  world: World,
  moderator: Moderator,
  given: NewReply,
): Promise<StoredReply> {
  const { commentId } = given;
  const answered = await findPick(world.database, moderator.sites, commentId);
  const site = answered && (await findSite(world.database, answered.site));
  if (!site) throw notThere();
  const body = composeText(given.body);
  const idempotency = keyOf(world, moderator, { ...given, body });
  for (const secret of everySecret(world)) {
    const earlier = await firstReply(world, site.id, keyOf({ secret }, moderator, { ...given, body }));
    if (earlier) return earlier;
  }
  const mistakes = lengthMistakes(site, { body });
  if (mistakes.length > 0) throw invalidFields(mistakes);
  return store(world, moderator, {
    ...{ id: growingId(world), act: growingId(world), by: moderator },
    ...{ site: site.id, answers: commentId, author: site['newsroom-name'], body, idempotency },
    createdAt: world.now(),
  });
}

/** Of two requests with one key that run at once, the later is told what the earlier was. */
async function store(
  world: World,
  moderator: Moderator,
  reply: ReplyToStore & { site: string },
): Promise<StoredReply> {
  try {
    if (!(await storeNewsroomReply(world.database, reply, moderator.sites))) throw notPublished();
  } catch (error) {
    const twin =
      error instanceof Duplicate ? await firstReply(world, reply.site, reply.idempotency) : undefined;
    if (twin) return twin;
    throw error;
  }
  return stored(world, reply.id);
}

/** A key is its moderator's own: what somebody else sent with the same one, reader or not, is another. */
function keyOf(
  { secret }: Pick<World, 'secret'>,
  { id }: Moderator,
  { commentId, body, idempotencyKey: key }: NewReply,
): ReplyToStore['idempotency'] {
  if (key === undefined) return undefined;
  return {
    key: keyedHash(secret, 'reply', id, key),
    requestHash: digest(JSON.stringify([commentId, body])),
  };
}

async function firstReply(world: World, site: string, idempotency: ReplyToStore['idempotency']) {
  if (!idempotency) return undefined;
  const first = await findFirstAnswer(world.database, site, idempotency.key);
  if (!first) return undefined;
  if (first.requestHash !== idempotency.requestHash) throw repliedOtherwise();
  return stored(world, first.id);
}

async function stored({ database }: World, id: string): Promise<StoredReply> {
  const reply = await findNewsroomReply(database, id);
  if (!reply) throw notThere();
  return reply;
}

/** Takes a reply of the newsroom back: nobody reads it any more. */
export async function undoReply(world: ActWorld, act: Act, by: By): Promise<string> {
  const id = growingId(world);
  const undo = { id, undoes: act.id, by, createdAt: world.now() };
  if (await withdrawReply(world.database, undo, String(act.details.comment))) return id;
  throw new Problem('conflict', {
    vi: 'Câu trả lời này không còn được đăng nữa, nên không có gì để hoàn tác.',
    en: 'This reply is not published any more, so there is nothing to undo.',
  });
}

function notThere(): Problem {
  return new Problem('not-found', { vi: 'Không có bình luận này.', en: 'There is no such comment.' });
}

function notPublished(): Problem {
  return new Problem('conflict', {
    vi: 'Bình luận này không còn được đăng, nên câu trả lời của bạn chưa được đăng.',
    en: 'This comment is not published any more, so your reply was not published.',
  });
}

function repliedOtherwise(): Problem {
  return new Problem('conflict', {
    vi: 'Bạn vừa đăng một câu trả lời khác từ đây, nên câu này chưa được đăng. Nếu muốn đăng thêm, hãy gửi lại.',
    en: 'You have just published another reply from here, so this one was not published. To publish it as well, send it again.',
  });
}
