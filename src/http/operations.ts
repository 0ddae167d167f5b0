import { ping } from '../store/limits/attempts.ts';
import type { Deps } from './deps.ts';
import { visitRoutes } from './forwarded/visit.ts';
import { renderMetrics } from './metrics.ts';
import { newRoutes } from './routes.ts';

export function operationRoutes(deps: Deps) {
  const routes = newRoutes();
  routes.get('/healthz', (context) => context.text('ok\n'));
  routes.get('/readyz', async (context) => {
    await ping(deps.database);
    await deps.settled();
    return context.text('ok\n');
  });
  routes.get('/metrics', async (context) =>
    context.body(await renderMetrics(deps), 200, {
      'content-type': 'text/plain; version=0.0.4; charset=utf-8',
    }),
  );
  return routes.route('/', visitRoutes(deps));
}
