import type { Context } from 'hono';
import { checkSecondFactor } from '../../moderators/second-factor.ts';
import { leaveSession } from '../../moderators/session.ts';
import { checkSignIn } from '../../moderators/sign-in.ts';
import { Problem } from '../../problem.ts';
import type { Account } from '../../store/moderators/accounts.ts';
import type { Deps, Env } from '../deps.ts';
import { readSession, writeSession } from '../guard.ts';
import { holderOf, readVisitor } from './known-browser.ts';
import { logRefused, logWrongPassword } from './sign-in-log.ts';
import { waysToSignIn } from './ways.ts';

/** Whose name and password these are; throws where they are wrong, or where nobody signs in so. */
export async function checkPassword(
  deps: Deps,
  context: Context<Env>,
  given: { name: string; password: string },
): Promise<Account> {
  if (!waysToSignIn(deps).passwords) throw passwordsAreOff();
  return logWrongPassword(deps, given.name, () => checkSignIn(deps, given, readVisitor(deps, context)));
}

export function checkCode(deps: Deps, context: Context<Env>, account: Account, code?: string): Promise<void> {
  const holder = holderOf(deps, context, account);
  return logRefused(deps, account.id, () => checkSecondFactor(deps, account.id, code, holder));
}

export async function leave(deps: Deps, context: Context<Env>): Promise<void> {
  const secret = readSession(deps, context);
  if (secret) await leaveSession(deps, secret);
  writeSession(deps, context, '');
}

function passwordsAreOff(): Problem {
  const message = {
    vi: 'Ở đây không đăng nhập bằng mật khẩu. Vui lòng đăng nhập bằng tài khoản cơ quan.',
    en: 'Nobody signs in by a password here. Please sign in with your work account.',
  };
  return new Problem('forbidden', message, { errors: [{ field: 'password', code: 'off', message }] });
}
