import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Language } from '../../language/language.ts';
import { findHalfway, halfwayIsOver, halfwayToken } from '../../moderators/halfway.ts';
import { checkSecondFactor } from '../../moderators/second-factor.ts';
import { endSession } from '../../moderators/session.ts';
import { awaitsOwner } from '../../moderators/setup.ts';
import { checkSignIn } from '../../moderators/sign-in.ts';
import type { Account } from '../../store/moderators/accounts.ts';
import { codePage } from '../../web/account/code-page.ts';
import { signInPage } from '../../web/account/sign-in-page.ts';
import type { Html } from '../../web/layout.ts';
import type { Deps, Env } from '../deps.ts';
import { parseOrRefuse } from '../field-errors.ts';
import { readForm } from '../form.ts';
import { readSession, writeSession } from '../guard.ts';
import { languageOf, statusOf, tellRetryAfter, toProblem } from '../problems.ts';
import { jsonBody, newRoutes, problems } from '../routes.ts';
import { holderOf, readVisitor } from './known-browser.ts';
import { logRefused, logWrongPassword } from './sign-in-log.ts';
import { startSession } from './start-session.ts';

const credentials = z.object({
  name: z.string().trim().min(1).max(200),
  password: z.string().min(1).max(200),
});

const withCode = credentials.extend({
  code: z.string().max(40).optional().openapi({
    description:
      'Where the account has a second factor: a code of the authenticator app, or a recovery code.',
  }),
});

const start = createRoute({
  method: 'post',
  path: '/api/v1/session',
  tags: ['Moderators'],
  summary: 'Sign in; the answer sets the cookie',
  request: { body: jsonBody(withCode) },
  responses: { 204: { description: 'Signed in' }, ...problems },
});

const end = createRoute({
  method: 'delete',
  path: '/api/v1/session',
  tags: ['Moderators'],
  summary: 'Sign out',
  responses: { 204: { description: 'Signed out' }, ...problems },
});

/** Signing in and setting up: the only pages of the desk that a stranger may ask for. */
export function sessionRoutes(deps: Deps) {
  const routes = newRoutes()
    .openapi(start, async (context) => {
      const { code, ...given } = context.req.valid('json');
      const account = await checkPassword(deps, context, given);
      if (account.secondFactor) await checkCode(deps, context, account, code);
      await startSession(deps, context, account);
      return context.body(null, 204);
    })
    .openapi(end, async (context) => {
      await leave(deps, context);
      return context.body(null, 204);
    });
  routes.get('/moderation/session/new', async (context) =>
    context.html(
      signInPage({
        language: languageOf(context),
        name: '',
        failure: null,
        awaitsOwner: await awaitsOwner(deps),
      }),
    ),
  );
  routes.post('/moderation/session', async (context) => {
    const form = await readForm(context);
    try {
      const given = parseOrRefuse(credentials, form);
      const account = await checkPassword(deps, context, given);
      if (account.secondFactor) return askForCode(context, halfwayToken(deps, account));
      await startSession(deps, context, account);
    } catch (error) {
      const isNew = await awaitsOwner(deps);
      return askAgain(context, error, (view) =>
        signInPage({ ...view, name: form.name ?? '', awaitsOwner: isNew }),
      );
    }
    return context.redirect('/moderation', 303);
  });
  routes.post('/moderation/session/code', async (context) => {
    const { halfway = '', code } = await readForm(context);
    const account = await findHalfway(deps, halfway);
    if (!account)
      return askAgain(context, halfwayIsOver(), (view) =>
        signInPage({ ...view, name: '', awaitsOwner: false }),
      );
    try {
      await checkCode(deps, context, account, code);
    } catch (error) {
      return askAgain(context, error, (view) => codePage({ ...view, halfway }));
    }
    await startSession(deps, context, account);
    return context.redirect('/moderation', 303);
  });
  routes.post('/moderation/session/end', async (context) => {
    await leave(deps, context);
    return context.redirect('/moderation/session/new', 303);
  });
  return routes;
}

function checkPassword(
  deps: Deps,
  context: Context<Env>,
  given: z.infer<typeof credentials>,
): Promise<Account> {
  return logWrongPassword(deps, given.name, () => checkSignIn(deps, given, readVisitor(deps, context)));
}

function checkCode(deps: Deps, context: Context<Env>, account: Account, code?: string): Promise<void> {
  const holder = holderOf(deps, context, account);
  return logRefused(deps, account.id, () => checkSecondFactor(deps, account.id, code, holder));
}

async function leave(deps: Deps, context: Context<Env>): Promise<void> {
  const secret = readSession(deps, context);
  if (secret) await endSession(deps, secret);
  writeSession(deps, context, '');
}

function askForCode(context: Context<Env>, halfway: string) {
  return context.html(codePage({ language: languageOf(context), failure: null, halfway }));
}

/** The page again, with what was wrong. */
function askAgain(
  context: Context<Env>,
  error: unknown,
  page: (view: { language: Language; failure: string }) => Html,
) {
  const problem = toProblem(error);
  if (!problem) throw error;
  const language = languageOf(context);
  tellRetryAfter(context, problem);
  return context.html(page({ language, failure: problem.detail[language] }), statusOf[problem.kind]);
}
