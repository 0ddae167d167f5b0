import { ping } from '../store/limits/attempts.ts';
import type { Deps } from './deps.ts';
import { visitRoutes } from './forwarded/visit.ts';
import { metricsRoutes } from './metrics/routes.ts';
import { newRoutes } from './routes.ts';

export function operationRoutes(deps: Deps) {
  const routes = newRoutes();
  routes.get('/healthz', (context) => context.text('ok\n'));
  routes.get('/readyz', async (context) => {
    await ping(deps.database);
    await deps.settled();
    return context.text('ok\n');
  });
  return routes.route('/', metricsRoutes(deps)).route('/', visitRoutes(deps));
}
