import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { etag } from 'hono/etag';
import { readFeed } from '../../comments/feed.ts';
import { readVersion } from '../../store/comments/versions.ts';
import { atomFeed, atomType } from '../../web/site/atom.ts';
import type { Deps, Env } from '../deps.ts';
import { parseOrRefuse } from '../field-errors.ts';
import { newRoutes, problems } from '../routes.ts';
import { articleKey, siteParam } from '../shapes.ts';
import { siteNamed } from '../site.ts';

const atom = { content: { [atomType]: { schema: z.string() } } };
const ofArticle = z.object({ article: articleKey });
const described = {
  method: 'get' as const,
  tags: ['Readers'],
  responses: { 200: { description: 'Atom 1.0', ...atom }, ...problems },
};

const siteFeed = createRoute({
  ...described,
  path: '/feeds/{site}.atom',
  summary: 'A feed of the latest 50 comments of a site',
  request: { params: siteParam },
});

const articleFeed = createRoute({
  ...described,
  path: '/feeds/{site}/article.atom',
  summary: 'A feed of the latest 50 comments of an article',
  request: { params: siteParam, query: ofArticle },
});

/** The router knows no parameter that is a part of a segment, so these are described beside it. */
export function feedRoutes(deps: Deps) {
  const routes = newRoutes();
  for (const route of [siteFeed, articleFeed]) routes.openAPIRegistry.registerPath(route);
  routes.get('/feeds/:site', etag({ weak: true }), async (context) => {
    const [, id = ''] = /^(.+)\.atom$/.exec(context.req.param('site')) ?? [];
    context.set('site', await siteNamed(deps, id));
    return sendFeed(deps, context, `/feeds/${id}.atom`);
  });
  routes.get('/feeds/:site/article.atom', etag({ weak: true }), async (context) => {
    const site = await siteNamed(deps, context.req.param('site'));
    const { article } = parseOrRefuse(ofArticle, context.req.query());
    const version = await readVersion(deps.database, site.id, article);
    context.set('site', site);
    context.set('keepable', { article, version, until: null });
    return sendFeed(
      deps,
      context,
      `/feeds/${site.id}/article.atom?${new URLSearchParams({ article })}`,
      article,
    );
  });
  return routes;
}

async function sendFeed(deps: Deps, context: Context<Env>, address: string, article?: string) {
  const site = context.get('site');
  const { publicUrl } = deps;
  const feed = await readFeed(deps, site, article);
  const text = String(atomFeed({ ...feed, site, publicUrl, self: publicUrl + address }));
  context.header('Cache-Control', 'public, max-age=5, s-maxage=5');
  return context.body(text, 200, { 'Content-Type': `${atomType}; charset=utf-8` });
}
