import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { noPassword } from '../../moderators/password.ts';
import { withOwnPassword } from '../../moderators/sign-in.ts';
import { findOpenAccount } from '../../store/moderators/accounts.ts';
import type { Deps, Env } from '../deps.ts';
import { parseOrRefuse } from '../field-errors.ts';
import { readSession } from '../guard.ts';
import { waysToSignIn } from './ways.ts';

const given = z.object({ password: z.string().min(1).max(200) });

/** Does the work for who is signed in, once they have given their password again, where the account has one. */
export async function asHolder<Result>(
  deps: Deps,
  context: Context<Env>,
  password: string | undefined,
  work: () => Promise<Result>,
): Promise<Result> {
  const { id } = context.get('moderator');
  if (!(await hasPassword(deps, id))) return work();
  const asker = { id, session: readSession(deps, context) ?? '' };
  return withOwnPassword(deps, asker, parseOrRefuse(given, { password }).password, work);
}

/** Whether somebody signs in to the account by a password. */
export async function hasPassword(deps: Deps, id: string): Promise<boolean> {
  const account = await findOpenAccount(deps.database, id);
  return waysToSignIn(deps).passwords && account?.password !== noPassword;
}
