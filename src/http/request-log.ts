import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Deps, Env } from './deps.ts';
import { countRequest } from './metrics.ts';

/** One line per request. The route and not the address: receipts and one-time links are in addresses. */
export function requestLog(deps: Deps): MiddlewareHandler<Env> {
  return async (context, next) => {
    const started = performance.now();
    await next();
    const request = { method: context.req.method, route: routePath(context, -1), status: context.res.status };
    countRequest(request);
    deps.log('info', 'request', {
      requestId: context.get('requestId'),
      ...request,
      ms: Math.round((performance.now() - started) * 10) / 10,
    });
  };
}
