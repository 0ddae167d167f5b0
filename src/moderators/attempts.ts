import { Problem } from '../problem.ts';
import { longestAttemptsMs as windowMs } from '../store/lifetimes.ts';
import { countAttempt } from '../store/limits/attempts.ts';
import type { World } from '../world/world.ts';

/** How often a password or a code may be tried for an account, and anything from an address. */
export const limits = { account: 10, address: 50 };

/** Counts an attempt; throws `too-fast` past the limit. */
export async function limitAttempts(world: World, subject: string, limit: number): Promise<void> {
  if ((await countAttempt(world.database, subject, windowMs, world.now())) <= limit) return;
  throw new Problem(
    'too-fast',
    {
      vi: 'Đã thử đăng nhập quá nhiều lần. Vui lòng đợi 15 phút rồi thử lại.',
      en: 'Too many attempts to sign in. Please wait 15 minutes and try again.',
    },
    { retryAfterSeconds: windowMs / 1000 },
  );
}
