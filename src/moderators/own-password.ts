import { Problem } from '../problem.ts';
import { actBy } from '../store/acts/record.ts';
import { type Account, replacePassword } from '../store/moderators/accounts.ts';
import { digest } from '../world/hash.ts';
import type { World } from '../world/world.ts';
import { hashPassword } from './password.ts';
import { refuseGuessable } from './passwords/chosen.ts';
import { type SignedIn, withOwnPassword } from './sign-in.ts';

export interface PasswordChange {
  password: string;
  newPassword: string;
  endTokens: boolean;
}

/**
 * Changes a moderator's own password; ends every session but the one that asks, and the tokens where that is wanted.
 * Returns the account as it is now.
 */
export async function changePassword(
  world: World,
  asker: SignedIn & { name: string },
  given: PasswordChange,
): Promise<Account> {
  const { name, session } = asker;
  await refuseGuessable(world, { field: 'newPassword', name, password: given.newPassword });
  return withOwnPassword(world, asker, given.password, async (account, turn) => {
    const password = await hashPassword(turn, world.random, given.newPassword);
    const kept = { session: digest(session), tokens: !given.endTokens };
    const act = actBy(world, { id: account.id, access: 'desk' });
    if (await replacePassword(world.database, account, password, kept, act)) return { ...account, password };
    throw new Problem('conflict', {
      vi: 'Mật khẩu vừa được đổi ở nơi khác. Vui lòng thử lại.',
      en: 'The password was just changed elsewhere. Please try again.',
    });
  });
}
