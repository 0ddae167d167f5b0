import type { Deps } from '../../deps.ts';
import { newRoutes } from '../../routes.ts';
import { blockRoutes } from './blocks.ts';
import { senderFormRoutes } from './forms.ts';
import { knownReaderRoutes } from './readers.ts';
import { senderRoutes } from './senders.ts';

/** Who sends: what is known of them, noted of them, held and blocked. */
export function whoSendsRoutes(deps: Deps) {
  const routes = newRoutes();
  routes.route('/', senderRoutes(deps));
  routes.route('/', blockRoutes(deps));
  routes.route('/', senderFormRoutes(deps));
  routes.route('/', knownReaderRoutes(deps));
  return routes;
}
