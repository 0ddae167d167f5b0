import type { MiddlewareHandler } from 'hono';
import { counter, histogram } from '../world/metrics.ts';
import type { Deps, Env } from './deps.ts';
import { placeOf, routeOf } from './route-of.ts';

interface Answered {
  requestId: string;
  method: string;
  route: string;
  status: number;
  /** Of what was not found. */
  path?: string;
  /** The site that it was about. */
  site?: string | undefined;
  /** The account of a moderator that asked. */
  by?: string | undefined;
  /** By `performance.now()`. */
  started: number;
}

const count = counter('binh_luan_http_requests_total', 'Requests answered by this process.', {
  readers: 'anyone',
  labels: ['method', 'route', 'status'],
});
const time = histogram(
  'binh_luan_http_request_duration_seconds',
  'From a request to its answer, before it is sent.',
  {
    readers: 'anyone',
    labels: ['method', 'route'],
    bounds: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  },
);
/** Whoever asks by another is counted with all such. */
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

export function requestLog(deps: Deps): MiddlewareHandler<Env> {
  return async (context, next) => {
    const started = performance.now();
    await next();
    const { method } = context.req;
    const { status } = context.res;
    const route = routeOf(context);
    const path = status === 404 ? { path: placeOf(context, route) } : {};
    const [site, by] = [context.get('site')?.id, context.get('moderator')?.id];
    recordRequest(deps, {
      requestId: context.get('requestId'),
      ...{ method, route, status, ...path, site, by, started },
    });
  };
}

/** One line per request. The route and not the address: receipts and one-time links are in addresses. */
export function recordRequest(deps: Deps, { started, ...request }: Answered): void {
  const { route, status } = request;
  const method = methods.has(request.method) ? request.method : 'other';
  const ms = performance.now() - started;
  count({ method, route, status: String(status) });
  time(ms / 1000, { method, route });
  deps.log('info', 'request', { ...request, ms: Math.round(ms * 10) / 10 });
}
