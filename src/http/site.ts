import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { Problem } from '../problem.ts';
import { identityHeader } from '../readers/identity.ts';
import type { Site } from '../sites/site.ts';
import { findSite } from '../store/sites.ts';
import { identityIn } from './address.ts';
import type { Deps, Env } from './deps.ts';

/** Finds the site that the address names, for all that comes after. */
export function requireSite(deps: Deps): MiddlewareHandler<Env> {
  return async (context, next) => {
    // That there is none may be said in any page's frame: else browsers blame its headers.
    if (context.req.path.startsWith('/embed/')) context.set('frameAncestors', '*');
    context.set('site', await siteNamed(deps, context.req.param('site') ?? ''));
    await next();
  };
}

/** Throws `not-found` where there is none of this id. */
export async function siteNamed({ database }: Deps, id: string): Promise<Site> {
  const site = await findSite(database, id);
  if (!site) throw new Problem('not-found', { vi: 'Không có trang báo này.', en: 'There is no such site.' });
  return site;
}

/** Lets the site's own pages read the answers; no cookie ever counts here, so no credentials either. */
export const allowSiteOrigins: MiddlewareHandler<Env> = cors({
  origin: (origin, context) => (context.get('site')?.origins.includes(origin) ? origin : null),
  allowMethods: ['GET', 'POST', 'PUT', 'DELETE'],
  allowHeaders: ['Content-Type', 'Idempotency-Key', identityHeader],
  exposeHeaders: ['ETag', 'Link', 'Retry-After'],
  maxAge: 86_400,
});

/** What is told to somebody whom their site vouches for is theirs: nothing keeps it, and nobody else is given it. */
export const keepIdentityApart: MiddlewareHandler<Env> = async (context, next) => {
  await next();
  const { headers } = context.res;
  headers.append('Vary', identityHeader);
  if (identityIn(context) !== undefined) headers.set('Cache-Control', 'private, no-store');
};
