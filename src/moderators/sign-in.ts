import { Problem } from '../problem.ts';
import { lives } from '../store/lifetimes.ts';
import { forgetAttempts } from '../store/limits/attempts.ts';
import { type Account, findOpenAccount } from '../store/moderators/accounts.ts';
import { keyedHash, sameText } from '../world/hash.ts';
import type { World } from '../world/world.ts';
import { limitAttempts, limits } from './attempts.ts';
import { verifyPassword } from './password.ts';

const halfwayMs = 5 * 60_000;

/** Whose name and password these are; throws where they are wrong or were tried too often. */
export async function checkSignIn(
  world: World,
  given: { name: string; password: string },
  address: string,
): Promise<Account> {
  const byAccount = attemptsOf(given.name);
  await limitAttempts(world, byAccount, limits.account);
  await limitAttempts(world, `sign-in address ${address}`, limits.address);
  const account = await findOpenAccount(world.database, 'name', given.name);
  if (!(await verifyPassword(given.password, account?.password)) || !account) {
    throw new Problem('unauthenticated', {
      vi: 'Tên hoặc mật khẩu không đúng.',
      en: 'The name or the password is not right.',
    });
  }
  await forgetAttempts(world.database, byAccount);
  return account;
}

/** The account of who is signed in already; throws where its password is another, by the same limit. */
export async function checkOwnPassword(
  world: World,
  moderatorId: string,
  password: string,
): Promise<Account> {
  const account = await findOpenAccount(world.database, 'id', moderatorId);
  const byAccount = attemptsOf(account?.name ?? '');
  await limitAttempts(world, byAccount, limits.account);
  if (!(await verifyPassword(password, account?.password)) || !account) throw wrongPassword();
  await forgetAttempts(world.database, byAccount);
  return account;
}

/**
 * Says that the account's password was right, for five minutes and while the password stays: what a sign-in
 * carries from its first page to its second. It opens nothing without a code.
 */
export function halfwayToken(world: World, account: Account): string {
  const expiresAt = String(world.now() + halfwayMs);
  return [account.id, expiresAt, sign(world, account, expiresAt)].join('.');
}

/** The account that is halfway signed in, while it is. */
export async function findHalfway(world: World, token: string): Promise<Account | undefined> {
  const [id = '', expiresAt = '', signed = ''] = token.split('.');
  if (!lives(Number(expiresAt), world.now(), halfwayMs)) return undefined;
  const account = await findOpenAccount(world.database, 'id', id);
  return account && sameText(signed, sign(world, account, expiresAt)) ? account : undefined;
}

export function halfwayIsOver(): Problem {
  return new Problem('unauthenticated', {
    vi: 'Đã quá 5 phút. Vui lòng đăng nhập lại từ đầu.',
    en: 'Five minutes have passed. Please sign in again from the start.',
  });
}

function sign(world: World, { id, password }: Account, expiresAt: string): string {
  return keyedHash(world.secret, 'halfway signed in', id, password, expiresAt);
}

function attemptsOf(name: string): string {
  return `sign-in account ${name}`;
}

function wrongPassword(): Problem {
  const message = { vi: 'Mật khẩu không đúng.', en: 'The password is not right.' };
  return new Problem('unauthenticated', message, { errors: [{ field: 'password', code: 'wrong', message }] });
}
