import { createRoute, z } from '@hono/zod-openapi';
import { type KnownArticle, keyed } from '../../articles/article.ts';
import { foreseeMoves } from '../../articles/foresee.ts';
import { moveArticles } from '../../articles/move.ts';
import { sayWord } from '../../articles/word.ts';
import { articleSorts, listArticles } from '../../store/articles/listed-articles.ts';
import type { Deps } from '../deps.ts';
import { noSuchSite } from '../desk/moderator-sites.ts';
import { requireOwner } from '../owner/guard-owner.ts';
import { isoTime, jsonAnswer, jsonBody, moderatorsOnly, newRoutes, problems } from '../routes.ts';
import { cursorQuery, limitQuery, optionalText, plainText, siteParam } from '../shapes.ts';
import { articleWord, listedArticle, moveList, moveReport, siteArticle } from './article-shapes.ts';

const common = { tags: ['The site itself'], security: moderatorsOnly };

const put = createRoute({
  ...common,
  method: 'put',
  path: '/api/v1/sites/{site}/articles',
  summary: "The site's own word on one of its articles",
  request: { params: siteParam, body: jsonBody(articleWord) },
  responses: { 200: jsonAnswer('The article as it is now', siteArticle), ...problems },
});

const list = createRoute({
  ...common,
  method: 'get',
  path: '/api/v1/sites/{site}/articles',
  summary: 'The articles of a site',
  request: {
    params: siteParam,
    query: z.object({
      q: optionalText(plainText.max(200)),
      sort: z.enum(articleSorts).default('newest'),
      limit: limitQuery.default(50),
      cursor: cursorQuery,
    }),
  },
  responses: {
    200: jsonAnswer(
      'A page of articles',
      z.object({ articles: z.array(listedArticle), nextCursor: z.string().nullable() }),
    ),
    ...problems,
  },
});

const moves = createRoute({
  ...common,
  method: 'post',
  path: '/api/v1/sites/{site}/articles/moves',
  summary: 'Move articles to other keys, and merge those that become one',
  request: { params: siteParam, body: jsonBody(moveList) },
  responses: { 200: jsonAnswer('What was moved, and what there is none of', moveReport), ...problems },
});

/** What the site's own server does: says what its articles are called, and where they went. */
export function siteArticleRoutes(deps: Deps) {
  const routes = newRoutes();
  const path = '/api/v1/sites/:site/articles/*';
  routes.use(path, async (context, next) => {
    if (!context.get('moderator').sites.includes(context.get('site').id)) throw noSuchSite();
    return context.req.method === 'GET' ? next() : requireOwner(context, next);
  });
  routes.openapi(put, async (context) => {
    const site = context.get('site');
    const { key, ...word } = keyed(site, context.req.valid('json'));
    const known = await sayWord(deps, site, key, word, {
      by: context.get('moderator'),
      announces: true,
    });
    return context.json(toAnswer(known), 200);
  });
  routes.openapi(list, async (context) => {
    const site = context.get('site');
    const query = { ...context.req.valid('query'), sites: [site.id] };
    const page = await listArticles(deps.database, query, deps.now());
    const articles = page.rows.map(({ id: _, site: __, published: count, state, createdAt, ...article }) => ({
      ...article,
      title: article.title || null,
      url: article.url || null,
      moderation: article.moderation ?? site.moderation,
      open: state === 'open',
      count,
      createdAt: isoTime(createdAt),
    }));
    return context.json({ articles, nextCursor: page.nextCursor }, 200);
  });
  routes.openapi(moves, async (context) => {
    const site = context.get('site');
    const { moves: asked, dryRun } = context.req.valid('json');
    if (dryRun) return context.json(await foreseeMoves(deps, site.id, asked), 200);
    const mover = { site: site.id, by: context.get('moderator') };
    return context.json(await moveArticles(deps, mover, asked), 200);
  });
  return routes;
}

function toAnswer({ shown, moderation }: KnownArticle) {
  return { ...shown, moderation };
}
