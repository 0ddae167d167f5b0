import type { NewComment } from '../../comments/comment.ts';
import type { Standing } from '../../comments/receipt.ts';
import type { FieldError } from '../../problem.ts';
import { findEmail, followComment, unfollow } from '../../store/notices/mailboxes.ts';
import type { World } from '../../world/world.ts';
import { knownMailboxOf } from './mailbox.ts';

type Asked = Pick<NewComment, 'email' | 'notify'>;

/** Who wants to be told says where; where there is no mail nobody is asked. */
export function notifyMistakes({ mail }: World, { email, notify }: Asked): FieldError[] {
  return mail && notify && email === undefined ? [missing] : [];
}

/** The mailbox that is told what becomes of a comment, where its author wants that. */
export async function mailboxToFollow(world: World, { email, notify }: Asked): Promise<string | undefined> {
  return world.mail && notify && email !== undefined ? knownMailboxOf(world, email) : undefined;
}

/** Tells the author of a comment from now on what becomes of it, or no longer; nothing where no address of theirs is kept. */
export async function setNotify(world: World, { id, site }: Standing, isWanted: boolean): Promise<void> {
  if (!isWanted) return unfollow(world.database, id);
  const email = await findEmail(world.database, id);
  if (!world.mail || email === undefined) return;
  const mailbox = await knownMailboxOf(world, email);
  await world.database.batch(followComment({ comment: id, site, mailbox, createdAt: world.now() }));
}

const missing: FieldError = {
  field: 'email',
  code: 'required',
  message: {
    vi: 'Vui lòng điền e-mail để được báo, hoặc bỏ chọn ô báo tin.',
    en: 'Please give an e-mail address to be told, or untick the box.',
  },
};
