import { Problem } from '../problem.ts';
import { type Account, findOpenAccount } from '../store/moderators/accounts.ts';
import { digest } from '../world/hash.ts';
import { widestOf } from '../world/networks.ts';
import type { World } from '../world/world.ts';
import { type Limit, limitOfHolder, limitsOfStranger, takeAttempts } from './attempts.ts';
import { findByName } from './find-account.ts';
import { findMark } from './known-browser.ts';
import { verifyPassword } from './password.ts';
import { passwordLine, type Turn } from './password-line.ts';

/** Where somebody comes from who is not signed in. */
export interface Visitor {
  /** Hashed. */
  address: string;
  /** What the browser keeps of earlier sign-ins; it proves nothing. */
  browser: string;
}

/** Who is signed in already, and by which session's secret. */
export interface SignedIn {
  id: string;
  session: string;
}

/** Whose name and password these are; throws where they are wrong or were tried too often. */
export async function checkSignIn(
  world: World,
  given: { name: string; password: string },
  visitor: Visitor,
): Promise<Account> {
  const named = await findByName(world.database, given.name);
  const mark = named && findMark(world, visitor.browser, named);
  const comer = { key: mark ?? widestOf(visitor.address), known: mark !== undefined };
  const limits = mark
    ? limitOfHolder(named.id, 'password', mark)
    : limitsOfStranger(given.name, visitor.address);
  return passwordLine.run(comer, async (turn) => {
    // Anew, since the password may have been replaced while this one waited.
    const account = await findByName(world.database, given.name);
    const right = await verify(world, turn, { account, password: given.password, limits });
    if (right) return right;
    throw new Problem('unauthenticated', {
      vi: 'Tên hoặc mật khẩu không đúng.',
      en: 'The name or the password is not right.',
    });
  });
}

/**
 * Does the work for who is signed in and gives their password once more; throws where it is another, by a limit of
 * that session's own.
 */
export function withOwnPassword<Result>(
  world: World,
  { id, session }: SignedIn,
  password: string,
  work: (account: Account, turn: Turn) => Promise<Result>,
): Promise<Result> {
  const holder = `of session ${digest(session)}`;
  return passwordLine.run({ key: holder, known: true }, async (turn) => {
    const account = await findOpenAccount(world.database, id);
    const limits = limitOfHolder(id, 'password', holder);
    const right = await verify(world, turn, { account, password, limits });
    if (right) return work(right, turn);
    throw wrongPassword();
  });
}

interface Attempt {
  account: Account | undefined;
  password: string;
  limits: readonly Limit[];
}

/** The account, where the password is its own; a wrong one stays counted. */
async function verify(
  world: World,
  turn: Turn,
  { account, password, limits }: Attempt,
): Promise<Account | undefined> {
  const attempts = await takeAttempts(world, limits);
  if (!(await verifyPassword(turn, password, account?.password))) return undefined;
  await attempts.giveBack();
  return account;
}

function wrongPassword(): Problem {
  const message = { vi: 'Mật khẩu không đúng.', en: 'The password is not right.' };
  return new Problem('unauthenticated', message, { errors: [{ field: 'password', code: 'wrong', message }] });
}
