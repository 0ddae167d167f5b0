import type { Context } from 'hono';
import { dropSession, type Opening, openSession } from '../../moderators/session.ts';
import type { Account } from '../../store/moderators/accounts.ts';
import { logSecurity } from '../../world/security-log.ts';
import type { Deps, Env } from '../deps.ts';
import { readSession, writeSession } from '../guard.ts';
import { browserOf } from './browser-name.ts';
import { rememberBrowser } from './known-browser.ts';

/** The old session ends with the sign-in: a new one is opened, never an old one taken over. */
export async function startSession(
  deps: Deps,
  context: Context<Env>,
  account: Account,
  opening?: Opening,
): Promise<void> {
  const secret = await openSession(deps, account.id, browserOf(context), opening);
  const earlier = readSession(deps, context);
  if (earlier) await dropSession(deps, earlier);
  writeSession(deps, context, secret);
  rememberBrowser(deps, context, account);
  logSecurity(deps, 'signed in', { account: account.id });
}
