import type { Context } from 'hono';
import type { Site } from '../../sites/site.ts';
import type { Deps, Env } from '../deps.ts';
import { listSitesOf, noSuchSite } from '../desk/moderator-sites.ts';

/** The site in the address, of those that the owner works on. */
export async function findOwnSite(deps: Deps, context: Context<Env>): Promise<Site> {
  const id = context.req.param('id');
  const site = (await listSitesOf(deps, context.get('moderator'))).find((one) => one.id === id);
  if (!site) throw noSuchSite();
  return site;
}
