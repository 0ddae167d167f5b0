import { awaitsOwner } from '../moderators/setup.ts';
import { demoPage } from '../web/demo-page.ts';
import type { Deps } from './deps.ts';
import { newRoutes } from './routes.ts';

/** The first-run page: a real article, embedding its comments as any site would. */
export function homeRoutes(deps: Deps) {
  const routes = newRoutes();
  routes.get('/', async (context) =>
    context.html(demoPage({ publicUrl: deps.publicUrl, awaitsOwner: await awaitsOwner(deps) })),
  );
  return routes;
}
