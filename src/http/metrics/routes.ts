import { Hono } from 'hono';
import { Problem } from '../../problem.ts';
import { isLoopback } from '../../settings.ts';
import { sameText } from '../../world/hash.ts';
import type { Family } from '../../world/metrics.ts';
import type { Deps, Env } from '../deps.ts';
import { answerErrors, answerNotFound } from '../problems.ts';
import { newRoutes } from '../routes.ts';
import { plainNumbers } from './plain.ts';
import { type Sizes, tellSizes } from './sizes.ts';
import { storedNumbers } from './stored.ts';

/** How an installation has its numbers read. */
export interface MetricsAccess {
  /** What whoever reads them has to show. */
  token?: string | undefined;
  /** Whether they are read at a port of their own. */
  isElsewhere?: boolean;
  sizes?: () => Promise<Sizes>;
  /** All that this process knows, as a text; absent where that is not all that the service knows. */
  write?: (readers: Family['readers']) => Promise<string>;
}

const contentType = 'text/plain; version=0.0.4; charset=utf-8';

export function metricsRoutes(deps: Deps) {
  const routes = newRoutes();
  const tell = telling(deps);
  const { token, isElsewhere } = deps.metrics ?? {};
  // To strangers of a public service neither which rule caught them nor how its sites are doing.
  const readers = token || isLoopback(deps.publicUrl) ? 'operators' : 'anyone';
  routes.get('/metrics', async (context) => {
    if (isElsewhere) throw notHere();
    requireToken(token, context.req.header('authorization'));
    return context.body(await tell(readers), 200, { 'content-type': contentType });
  });
  return routes;
}

/** The same alone, for a port of its own. */
export function createMetricsApp(deps: Deps) {
  const app = new Hono<Env>();
  const tell = telling(deps);
  app.onError(answerErrors(deps));
  app.notFound(answerNotFound);
  app.get('/metrics', async (context) => {
    requireToken(deps.metrics?.token, context.req.header('authorization'));
    return context.body(await tell('operators'), 200, { 'content-type': contentType });
  });
  return app;
}

function telling(deps: Deps): (readers: Family['readers']) => Promise<string> {
  const tellStored = storedNumbers(deps);
  const write = deps.metrics?.write ?? plainNumbers();
  return async (readers) => {
    await tellStored();
    const sizes = await deps.metrics?.sizes?.();
    if (sizes) tellSizes(sizes);
    return write(readers);
  };
}

function requireToken(token: string | undefined, given = ''): void {
  if (token && !sameText(given, `Bearer ${token}`))
    throw new Problem('unauthenticated', {
      vi: 'Số liệu chỉ dành cho người vận hành có METRICS_TOKEN.',
      en: 'The numbers are for operators who have METRICS_TOKEN.',
    });
}

function notHere(): Problem {
  return new Problem('not-found', {
    vi: 'Số liệu được đọc ở một cổng riêng (METRICS_PORT).',
    en: 'The numbers are read at a port of their own (METRICS_PORT).',
  });
}
