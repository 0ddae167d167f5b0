import type { MiddlewareHandler } from 'hono';
import { visitorOf } from '../address.ts';
import type { Deps, Env } from '../deps.ts';

/** Where somebody who is not signed in sends a password or a code. */
const paths = ['/api/v1/session', '/moderation/session', '/moderation/session/code'];

/** However many sign in at once, each begins in its turn, so that readers have theirs between two. */
export function signInsInTurn(deps: Deps): MiddlewareHandler<Env> {
  return async (context, next) => {
    const isSignIn = context.req.method === 'POST' && paths.includes(context.req.path);
    if (!isSignIn || !deps.signInTurn) return next();
    await deps.signInTurn(visitorOf(deps, context), next);
  };
}
