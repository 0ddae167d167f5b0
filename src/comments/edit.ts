import type { Moderator } from '../moderators/moderator.ts';
import { Problem } from '../problem.ts';
import { storeEdit } from '../store/comments/edits.ts';
import { growingId } from '../world/random.ts';
import type { World } from '../world/world.ts';
import { composeWords, fingerprintOf } from './comment.ts';

export interface EditRequest {
  commentId: string;
  /** The version that the moderator saw. */
  version: number;
  author: string;
  body: string;
}

/** Changes the words of a comment before it is published; throws `conflict` where it stands otherwise by now. */
export async function editComment(world: World, moderator: Moderator, request: EditRequest): Promise<void> {
  const words = composeWords(request);
  const changed = await storeEdit(
    world.database,
    {
      ...request,
      id: growingId(world),
      by: moderator,
      ...words,
      fingerprint: fingerprintOf(words.body),
      createdAt: world.now(),
    },
    moderator.sites,
  );
  if (changed) return;
  throw new Problem('conflict', {
    vi: 'Bình luận này đã được xử lý hoặc sửa trước đó, nên thay đổi của bạn chưa được lưu.',
    en: 'This comment was decided or changed meanwhile, so your change was not saved.',
  });
}
