import { Problem } from '../problem.ts';
import { lives } from '../store/lifetimes.ts';
import { type Account, findOpenAccount } from '../store/moderators/accounts.ts';
import { keyedHash } from '../world/hash.ts';
import { secretOf } from '../world/secrets.ts';
import type { World } from '../world/world.ts';

const halfwayMs = 5 * 60_000;

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
  const account = await findOpenAccount(world.database, id);
  return account && secretOf(world, signed, (made) => sign(made, account, expiresAt)) ? account : undefined;
}

export function halfwayIsOver(): Problem {
  return new Problem('unauthenticated', {
    vi: 'Đã quá 5 phút. Vui lòng đăng nhập lại từ đầu.',
    en: 'Five minutes have passed. Please sign in again from the start.',
  });
}

function sign(world: Pick<World, 'secret'>, { id, password }: Account, expiresAt: string): string {
  return keyedHash(world.secret, 'halfway signed in', id, password, expiresAt);
}
