import type { Deps } from '../deps.ts';
import { newRoutes } from '../routes.ts';
import { providerRoutes } from './provider.ts';
import { queueFeedRoutes } from './queue-feed.ts';
import { sessionRoutes } from './session.ts';
import { setupRoutes } from './setup.ts';
import { signInPageRoutes } from './sign-in-pages.ts';

/** Where one signs in, by whatever way, and what opens by a key in its address: all of the desk that a stranger may ask for. */
export function entranceRoutes(deps: Deps) {
  const routes = newRoutes();
  routes.route('/', sessionRoutes(deps));
  routes.route('/', signInPageRoutes(deps));
  routes.route('/', providerRoutes(deps));
  routes.route('/', setupRoutes(deps));
  routes.route('/', queueFeedRoutes(deps));
  return routes;
}
