import type { Context, MiddlewareHandler } from 'hono';
import { covers, type Scope } from '../moderators/scope.ts';
import { whoHolds } from '../moderators/session.ts';
import { Problem } from '../problem.ts';
import { sessionMs } from '../store/lifetimes.ts';
import { answerStranger } from './account/stranger.ts';
import { readCookie, writeCookie } from './cookies.ts';
import type { Deps, Env } from './deps.ts';

export const sessionCookie = 'binh_luan_session';

/** A page of the desk names its moderator, so that nobody who signed in meanwhile does anything by it. */
const meantFor = 'binh-luan-moderator';

/** The one guard of every moderator's route: a session of the desk, or a bearer token. */
export function requireModerator(deps: Deps): MiddlewareHandler<Env> {
  return async (context, next) => {
    const asker = await whoAsks(deps, context);
    const meant = context.req.header(meantFor) ?? asker?.moderator.id;
    if (!asker || meant !== asker.moderator.id) return answerStranger(deps, context);
    if (asker.scope && !covers(asker.scope, context.req)) throw outOfScope(asker.scope);
    context.set('moderator', asker.moderator);
    await next();
  };
}

/** Who asks, by a bearer token or a session of the desk. */
export async function whoAsks(deps: Deps, context: Context<Env>): ReturnType<typeof whoHolds> {
  const bearer = /^Bearer +(\S+)$/i.exec(context.req.header('authorization') ?? '');
  if (bearer?.[1]) return whoHolds(deps, 'token', bearer[1]);
  const session = readSession(deps, context);
  return session === undefined ? undefined : whoHolds(deps, 'session', session);
}

export function readSession(deps: Deps, context: Context<Env>): string | undefined {
  return readCookie(deps, context, sessionCookie);
}

/** An empty secret takes the cookie away. */
export function writeSession(deps: Deps, context: Context<Env>, secret: string): void {
  const maxAge = secret ? sessionMs / 1000 : 0;
  writeCookie(deps, context, sessionCookie, secret, { sameSite: 'Lax', maxAge });
}

function outOfScope(scope: Scope): Problem {
  const message = {
    vi: `Mã API này chỉ có quyền "${scope}", không đủ cho yêu cầu này.`,
    en: `This API token has the scope "${scope}", which does not cover this request.`,
  };
  return new Problem('forbidden', message, { errors: [{ field: 'token', code: 'scope', message }] });
}
