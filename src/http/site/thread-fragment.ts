import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { etag } from 'hono/etag';
import { readBranches } from '../../comments/branches.ts';
import { readVersion } from '../../store/comments/versions.ts';
import { threadFragment } from '../../web/site/thread-fragment.ts';
import type { Deps } from '../deps.ts';
import { newRoutes, problems } from '../routes.ts';
import { articleKey, cursorQuery, limitQuery, siteParam } from '../shapes.ts';

/** Of each branch; the rest is read where the article is. */
const mostReplies = 10;

const fragment = createRoute({
  method: 'get',
  path: '/api/v1/sites/{site}/thread.html',
  tags: ['Readers'],
  summary: 'The published comments of an article as a piece of HTML, for a page of the site itself',
  description:
    'Microdata of schema.org (`Comment`), for search engines; without form, script and style, every class begins with `binh-luan`. ' +
    'Up to 100 threads, each with its first ten replies; the header `Link: <…>; rel="next"` leads on to the next ones.',
  middleware: [etag({ weak: true })] as const,
  request: {
    params: siteParam,
    query: z.object({
      article: articleKey,
      sort: z.enum(['oldest', 'newest', 'liked']).default('oldest'),
      limit: limitQuery.default(100),
      cursor: cursorQuery,
    }),
  },
  responses: {
    200: { description: 'A section of a page', content: { 'text/html': { schema: z.string() } } },
    ...problems,
  },
});

export function threadFragmentRoutes(deps: Deps) {
  return newRoutes().openapi(fragment, async (context) => {
    const { article: key, ...query } = context.req.valid('query');
    const site = context.get('site');
    const version = await readVersion(deps.database, site.id, key);
    const { article, branches, closesAt, nextCursor } = await readBranches(
      deps,
      site,
      key,
      query,
      mostReplies,
    );
    context.set('keepable', { article: key, version, until: closesAt });
    context.header('Cache-Control', 'public, max-age=5, s-maxage=5');
    // It is part of another page, and none by itself.
    context.header('X-Robots-Tag', 'noindex');
    if (nextCursor) context.header('Link', `<${nextOf(deps, context.req, nextCursor)}>; rel="next"`);
    return context.html(threadFragment({ site, article, branches }), 200);
  });
}

function nextOf({ publicUrl }: Deps, { path, url }: Context['req'], cursor: string): string {
  const { searchParams } = new URL(url);
  searchParams.set('cursor', cursor);
  return `${publicUrl}${path}?${searchParams}`;
}
