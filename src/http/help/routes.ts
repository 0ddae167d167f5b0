import type { Context } from 'hono';
import { type BuiltHelp, helpPage } from '../../web/help/page.ts';
import type { Deps, Env } from '../deps.ts';
import { newRoutes } from '../routes.ts';

const firstPage = 'index';

/** The documentation at the desk, page by page, in the moderator's language. */
export function helpRoutes(deps: Deps) {
  const routes = newRoutes();
  routes.get('/moderation/help', (context) => showPage(deps, context, firstPage));
  routes.get('/moderation/help/:page', (context) => showPage(deps, context, context.req.param('page')));
  return routes;
}

async function showPage({ help }: Deps, context: Context<Env>, name: string) {
  const moderator = context.get('moderator');
  const isName = /^[a-z]+(-[a-z]+)*$/.test(name);
  const built = isName ? await help(`${moderator.language}/${name}.json`) : undefined;
  if (built === undefined) return context.notFound();
  const page: BuiltHelp = JSON.parse(built);
  return context.html(helpPage({ moderator, page, isFirst: name === firstPage }));
}
