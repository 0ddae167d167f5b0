import { awaitsOwner } from '../moderators/setup.ts';
import { signDemoReader } from '../readers/demo.ts';
import { hasSamples } from '../sites/samples/samples.ts';
import { findSite } from '../store/sites.ts';
import { demoPage } from '../web/demo-page.ts';
import { visitorOf } from './address.ts';
import type { Deps } from './deps.ts';
import { newRoutes } from './routes.ts';

/** The first-run page: a real article, embedding its comments as any site would, for a signed-in reader where asked so. */
export function homeRoutes(deps: Deps) {
  const routes = newRoutes();
  routes.get('/', async (context) => {
    const demo = await findSite(deps.database, 'demo');
    const mayVouch = demo !== undefined && demo.identity !== 'off';
    const isReader = mayVouch && context.req.query('as') === 'reader';
    const identity = isReader ? await signDemoReader(deps, visitorOf(deps, context)) : null;
    const { publicUrl } = deps;
    const now = { awaitsOwner: await awaitsOwner(deps), hasSamples: await hasSamples(deps) };
    return context.html(demoPage({ publicUrl, ...now, mayVouch, identity }));
  });
  return routes;
}
