import { digest } from '../hash.ts';
import { Problem } from '../problem.ts';
import { randomToken } from '../random.ts';
import { countAttempt, forgetAttempts } from '../store/attempts.ts';
import { deleteCredential, findByCredential, putCredential } from '../store/credentials.ts';
import { findAccount } from '../store/moderators.ts';
import type { World } from '../world.ts';
import type { Moderator } from './moderator.ts';
import { verifyPassword } from './password.ts';

export const sessionMs = 12 * 60 * 60_000;
const windowMs = 15 * 60_000;
const limits = { account: 10, address: 50 };

/** A new session's secret; throws where the password is wrong or was tried too often. */
export async function signIn(
  world: World,
  given: { name: string; password: string },
  address: string,
): Promise<string> {
  const byAccount = `sign-in account ${given.name}`;
  await limitAttempts(world, byAccount, limits.account);
  await limitAttempts(world, `sign-in address ${address}`, limits.address);
  const account = await findAccount(world.database, given.name);
  if (!(await verifyPassword(given.password, account?.password)) || !account) {
    throw new Problem('unauthenticated', {
      vi: 'Tên hoặc mật khẩu không đúng.',
      en: 'The name or the password is not right.',
    });
  }
  await forgetAttempts(world.database, byAccount);
  return openSession(world, account.id);
}

export async function openSession(world: World, moderatorId: string): Promise<string> {
  const createdAt = world.now();
  return putSecret(world, { moderatorId, kind: 'session', createdAt, expiresAt: createdAt + sessionMs });
}

/** A new bearer token, shown this once: only its hash is kept. */
export async function createToken(world: World, moderatorId: string): Promise<string> {
  return putSecret(world, { moderatorId, kind: 'token', createdAt: world.now(), expiresAt: null });
}

/** Who holds this secret, if it lives. */
export async function whoHolds(
  world: World,
  kind: 'session' | 'token',
  secret: string,
): Promise<Moderator | undefined> {
  return findByCredential(world.database, kind, digest(secret), world.now());
}

export async function endSession(world: World, secret: string): Promise<void> {
  await deleteCredential(world.database, digest(secret));
}

async function putSecret(world: World, credential: Omit<Parameters<typeof putCredential>[1], 'hash'>) {
  const secret = randomToken(world.random);
  await putCredential(world.database, { ...credential, hash: digest(secret) });
  return secret;
}

async function limitAttempts(world: World, subject: string, limit: number): Promise<void> {
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
