import type { MiddlewareHandler } from 'hono';
import type { Problem } from '../../problem.ts';
import { tooFast } from '../../world/too-fast.ts';
import { visitorOf } from '../address.ts';
import type { Deps, Env, Limit } from '../deps.ts';

const posting = /^\/(embed\/[^/]+|api\/v1\/sites\/[^/]+\/comments)$/;
const liking = /^\/api\/v1\/sites\/[^/]+\/comments\/[^/]+\/like$/;
const challenges = /^\/api\/v1\/sites\/[^/]+\/challenges(\/|$)/;

/** Turns a flood away before it costs the database more than its site. Where the platform cannot say, ours decide. */
export function askPlatform(deps: Deps, limits: NonNullable<Deps['limits']>): MiddlewareHandler<Env> {
  const limitOf = (method: string, path: string): Limit | undefined => {
    if (challenges.test(path)) return limits.challenges;
    return (method === 'POST' && posting.test(path)) || liking.test(path) ? limits.posting : undefined;
  };
  return async (context, next) => {
    const { method, path } = context.req;
    const limit = limitOf(method, path);
    const site = context.get('site');
    const what = liking.test(path) ? 'likes ' : '';
    if (limit && site?.pace === 'on') {
      const key = `${site.id} ${what}${visitorOf(deps, context)}`;
      if (!(await isWithin(limit, key))) throw tooMany();
    }
    await next();
  };
}

async function isWithin(limit: Limit, key: string): Promise<boolean> {
  try {
    return await limit(key);
  } catch {
    return true;
  }
}

function tooMany(): Problem {
  const detail = {
    vi: 'Có quá nhiều yêu cầu từ mạng của bạn. Vui lòng đợi một phút rồi thử lại.',
    en: 'Too many requests come from your network. Please wait a minute and try again.',
  };
  return tooFast('platform', detail, 60);
}
