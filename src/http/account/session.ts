import { createRoute, z } from '@hono/zod-openapi';
import { roles } from '../../moderators/moderator.ts';
import type { Deps } from '../deps.ts';
import { whoAsks } from '../guard.ts';
import { jsonAnswer, jsonBody, newRoutes, problems } from '../routes.ts';
import { donePlace } from './place-after.ts';
import { checkCode, checkPassword, leave } from './sign-in-steps.ts';
import { startSession } from './start-session.ts';
import { waysToSignIn, wholeProviderAddress } from './ways.ts';

export const credentials = z.object({
  name: z.string().trim().min(1).max(200),
  password: z.string().min(1).max(200),
});

const withCode = credentials.extend({
  code: z.string().max(40).optional().openapi({
    description:
      'Where the account has a second factor: a code of the authenticator app, or a recovery code.',
  }),
});

const present = z.object({
  moderator: z.object({ id: z.string(), name: z.string(), role: z.enum(roles) }).nullable(),
  signIn: z.object({
    passwords: z.boolean(),
    provider: z.string().nullable().openapi({
      description: 'Where one signs in with an account of the newsroom’s provider; null where there is none.',
    }),
  }),
});

const look = createRoute({
  method: 'get',
  path: '/api/v1/session',
  tags: ['Moderators'],
  summary: 'Who is signed in, if anybody is, and by what one may sign in',
  responses: { 200: jsonAnswer('Who is signed in', present), ...problems },
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

/** Signing in and out by a program, or by a page that stays where it is. */
export function sessionRoutes(deps: Deps) {
  return newRoutes()
    .openapi(look, async (context) => {
      const moderator = (await whoAsks(deps, context))?.moderator;
      const { passwords, provider } = waysToSignIn(deps);
      const signIn = { passwords, provider: provider ? wholeProviderAddress(deps, donePlace) : null };
      return context.json(
        {
          moderator: moderator ? { id: moderator.id, name: moderator.name, role: moderator.role } : null,
          signIn,
        },
        200,
      );
    })
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
}
