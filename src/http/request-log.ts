import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Deps, Env } from './deps.ts';
import { countRequest } from './metrics.ts';

interface Answered {
  requestId: string;
  method: string;
  route: string;
  status: number;
  /** By `performance.now()`. */
  started: number;
}

export function requestLog(deps: Deps): MiddlewareHandler<Env> {
  return async (context, next) => {
    const started = performance.now();
    await next();
    const { method } = context.req;
    const route = routePath(context, -1);
    recordRequest(deps, {
      requestId: context.get('requestId'),
      method,
      route,
      status: context.res.status,
      started,
    });
  };
}

/** One line per request. The route and not the address: receipts and one-time links are in addresses. */
export function recordRequest(deps: Deps, { started, ...request }: Answered): void {
  countRequest(request);
  deps.log('info', 'request', { ...request, ms: Math.round((performance.now() - started) * 10) / 10 });
}
