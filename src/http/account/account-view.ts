import type { Context, MiddlewareHandler } from 'hono';
import { keyAddress } from '../../moderators/one-time-code.ts';
import { readSecondFactor } from '../../moderators/second-factor.ts';
import { Problem } from '../../problem.ts';
import { listCredentials } from '../../store/moderators/credentials.ts';
import { findIdentityOf } from '../../store/moderators/identities.ts';
import { listChoices } from '../../store/notices/digest-choices.ts';
import { findMailbox } from '../../store/notices/moderator-mailboxes.ts';
import { type AccountForm, type AccountView, accountDeeds, accountPage } from '../../web/account/page.ts';
import { digest } from '../../world/hash.ts';
import type { Deps, Env } from '../deps.ts';
import { readSession } from '../guard.ts';
import { languageOf, statusOf, tellRetryAfter, toProblem } from '../problems.ts';
import { hasPassword } from './holder.ts';
import { logRefused } from './sign-in-log.ts';
import { waysToSignIn } from './ways.ts';

/** Refuses programs: whoever has a token alone neither learns of the account nor changes it. */
export function requireSession(deps: Deps): MiddlewareHandler<Env> {
  return async (context, next) => {
    const byToken = /^Bearer /i.test(context.req.header('authorization') ?? '');
    if (byToken || !readSession(deps, context)) {
      throw new Problem('forbidden', {
        vi: 'Trang này chỉ dành cho người đã đăng nhập bằng trình duyệt.',
        en: 'This page is only for who has signed in with a browser.',
      });
    }
    await next();
  };
}

export async function showAccount(
  deps: Deps,
  context: Context<Env>,
  more: Pick<Partial<AccountView>, 'newCodes' | 'newToken' | 'refused' | 'typed'> = {},
) {
  const moderator = context.get('moderator');
  const done = accountDeeds.find((deed) => deed === context.req.query('done')) ?? null;
  const credentials = await listCredentials(deps.database, moderator.id, deps.now());
  return context.html(
    accountPage({
      moderator,
      factor: await viewFactor(deps, moderator),
      newCodes: null,
      newToken: null,
      typed: {},
      hasPassword: await hasPassword(deps, moderator.id),
      identity: (await findIdentityOf(deps.database, moderator.id)) ?? null,
      offersProvider: waysToSignIn(deps).provider,
      mail: await viewMail(deps, moderator),
      sessions: credentials.filter(({ kind }) => kind === 'session'),
      tokens: credentials.filter(({ kind }) => kind === 'token'),
      present: digest(readSession(deps, context) ?? ''),
      done,
      refused: null,
      ...more,
    }),
  );
}

async function viewMail(
  { database, mail }: Deps,
  { id, sites }: AccountView['moderator'],
): Promise<AccountView['mail']> {
  const kept = (await findMailbox(database, id)) ?? null;
  return { kept, sites: kept ? await listChoices(database, id, sites) : [], isOffered: mail !== undefined };
}

async function viewFactor(
  deps: Deps,
  { id, name }: AccountView['moderator'],
): Promise<AccountView['factor']> {
  const factor = await readSecondFactor(deps, id);
  if (factor.state !== 'begun') return factor;
  return { ...factor, address: keyAddress(factor.key, new URL(deps.publicUrl).hostname, name) };
}

/** Does it; where that is refused, shows the page again with what was wrong beside its field. */
export async function orRefuse(
  deps: Deps,
  context: Context<Env>,
  form: AccountForm,
  act: () => Promise<Response>,
): Promise<Response> {
  try {
    return await logRefused(deps, context.get('moderator').id, act);
  } catch (error) {
    const problem = toProblem(error);
    if (!problem) throw error;
    const { kind, detail, errors } = problem;
    context.status(statusOf[errors.length > 0 ? 'invalid' : kind]);
    tellRetryAfter(context, problem);
    const refused = { form, failure: detail[languageOf(context)], errors };
    return showAccount(deps, context, { refused, typed: typedIn(context) });
  }
}

export function tellDone(context: Context<Env>, deed: NonNullable<AccountView['done']>): Response {
  return context.redirect(`/moderation/account?done=${deed}`, 303);
}

/** What the form held; a password is typed anew. */
function typedIn(context: Context<Env>): AccountView['typed'] {
  const { password: _, newPassword: __, code: ___, ...typed } = Object.fromEntries(context.get('form') ?? []);
  return typed;
}
