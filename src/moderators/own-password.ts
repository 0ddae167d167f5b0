import { Problem } from '../problem.ts';
import { replacePassword } from '../store/moderators/accounts.ts';
import { digest } from '../world/hash.ts';
import type { World } from '../world/world.ts';
import { hashPassword } from './password.ts';
import { checkOwnPassword } from './sign-in.ts';

/** Changes a moderator's own password, and ends every session but the one that asks. */
export async function changePassword(
  world: World,
  moderatorId: string,
  given: { password: string; newPassword: string },
  session: string,
): Promise<void> {
  const account = await checkOwnPassword(world, moderatorId, given.password);
  const password = await hashPassword(world.random, given.newPassword);
  if (await replacePassword(world.database, account, password, digest(session))) return;
  throw new Problem('conflict', {
    vi: 'Mật khẩu vừa được đổi ở nơi khác. Vui lòng thử lại.',
    en: 'The password was just changed elsewhere. Please try again.',
  });
}
