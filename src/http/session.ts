import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { endSession, signIn } from '../moderators/session.ts';
import { signInPage } from '../web/sign-in-page.ts';
import { visitorOf } from './address.ts';
import type { Deps, Env } from './deps.ts';
import { parseOrRefuse } from './field-errors.ts';
import { readForm } from './form.ts';
import { readSession, writeSession } from './guard.ts';
import { languageOf, statusOf, tellRetryAfter, toProblem } from './problems.ts';
import { jsonBody, newRoutes, problems } from './routes.ts';

const credentials = z.object({
  name: z.string().trim().min(1).max(200),
  password: z.string().min(1).max(200),
});

const start = createRoute({
  method: 'post',
  path: '/api/v1/session',
  tags: ['Moderators'],
  summary: 'Sign in; the answer sets the cookie',
  request: { body: jsonBody(credentials) },
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
      await startSession(deps, context, context.req.valid('json'));
      return context.body(null, 204);
    })
    .openapi(end, async (context) => {
      await leave(deps, context);
      return context.body(null, 204);
    });
  routes.get('/moderation/session/new', (context) =>
    context.html(signInPage({ language: languageOf(context), name: '', failure: null })),
  );
  routes.post('/moderation/session', async (context) => {
    const form = await readForm(context);
    try {
      await startSession(deps, context, parseOrRefuse(credentials, form));
    } catch (error) {
      return answerFailedSignIn(context, form.name ?? '', error);
    }
    return context.redirect('/moderation', 303);
  });
  routes.post('/moderation/session/end', async (context) => {
    await leave(deps, context);
    return context.redirect('/moderation/session/new', 303);
  });
  return routes;
}

/** The old session ends with the sign-in: a new one is opened, never an old one taken over. */
async function startSession(deps: Deps, context: Context<Env>, given: z.infer<typeof credentials>) {
  const secret = await signIn(deps, given, visitorOf(deps, context));
  const earlier = readSession(deps, context);
  if (earlier) await endSession(deps, earlier);
  writeSession(deps, context, secret);
}

async function leave(deps: Deps, context: Context<Env>): Promise<void> {
  const secret = readSession(deps, context);
  if (secret) await endSession(deps, secret);
  writeSession(deps, context, '');
}

function answerFailedSignIn(context: Context<Env>, name: string, error: unknown) {
  const problem = toProblem(error);
  if (!problem) throw error;
  const language = languageOf(context);
  tellRetryAfter(context, problem);
  return context.html(
    signInPage({ language, name, failure: problem.detail[language] }),
    statusOf[problem.kind],
  );
}
