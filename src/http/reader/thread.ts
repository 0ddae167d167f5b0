import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { etag } from 'hono/etag';
import { readBranches, readComment, readReplies } from '../../comments/branches.ts';
import { readThread } from '../../comments/thread.ts';
import type { ThreadQuery } from '../../store/comments/thread.ts';
import { readVersion } from '../../store/comments/versions.ts';
import type { Deps, Env } from '../deps.ts';
import { jsonAnswer, newRoutes, problems } from '../routes.ts';
import { articleKey, commentOfSite, cursorQuery, limitQuery, siteParam } from '../shapes.ts';
import { publicCommentWithArticle, publicReplies, publicThread, toJson } from './public-shapes.ts';

const list = createRoute({
  method: 'get',
  path: '/api/v1/sites/{site}/comments',
  tags: ['Readers'],
  summary: 'Published comments of an article',
  middleware: [etag({ weak: true })] as const,
  request: {
    params: siteParam,
    query: z.object({
      article: articleKey,
      sort: z.enum(['oldest', 'newest', 'liked']).default('oldest').openapi({
        description: '`liked`: by age, a day younger for each doubling of likes and replies.',
      }),
      view: z.enum(['flat', 'threads']).default('flat').openapi({
        description: '`threads`: comments on the article, each with the first of its replies.',
      }),
      limit: limitQuery.default(50),
      cursor: cursorQuery,
    }),
  },
  responses: { 200: jsonAnswer('A page of comments', publicThread), ...problems },
});

const one = createRoute({
  method: 'get',
  path: '/api/v1/sites/{site}/comments/{id}',
  tags: ['Readers'],
  summary: 'A published comment with its article',
  middleware: [etag({ weak: true })] as const,
  request: { params: commentOfSite },
  responses: { 200: jsonAnswer('The comment', publicCommentWithArticle), ...problems },
});

const replies = createRoute({
  method: 'get',
  path: '/api/v1/sites/{site}/comments/{id}/replies',
  tags: ['Readers'],
  summary: 'Published replies to a comment, the oldest first: its whole branch where it begins one',
  middleware: [etag({ weak: true })] as const,
  request: {
    params: commentOfSite,
    query: z.object({ limit: limitQuery.default(50), cursor: cursorQuery }),
  },
  responses: { 200: jsonAnswer('A page of replies', publicReplies), ...problems },
});

/** Browsers ask each time and are told when nothing has changed; a CDN may spare us the asking, for seconds. */
const forAll = 'public, max-age=0, s-maxage=5';

/** What anyone may read, as JSON. */
export function threadRoutes(deps: Deps) {
  const routes = newRoutes();
  routes.openapi(list, async (context) => {
    const { article: key, view, ...query } = context.req.valid('query');
    const site = context.get('site');
    const version = await readVersion(deps.database, site.id, key);
    const { closesAt, ...page } = await (view === 'flat' ? flat : threads)(deps, context, key, query);
    context.set('keepable', { article: key, version, until: closesAt });
    context.header('Cache-Control', forAll);
    return context.json(page, 200);
  });
  routes.openapi(one, async (context) => {
    const { comment, article } = await readComment(deps, context.get('site'), context.req.valid('param').id);
    context.header('Cache-Control', forAll);
    return context.json({ ...toJson(comment), article }, 200);
  });
  routes.openapi(replies, async (context) => {
    const { id } = context.req.valid('param');
    const page = await readReplies(deps, context.get('site'), id, context.req.valid('query'));
    context.header('Cache-Control', forAll);
    return context.json({ comments: page.rows.map(toJson), nextCursor: page.nextCursor }, 200);
  });
  return routes;
}

async function flat(deps: Deps, context: Context<Env>, key: string, query: ThreadQuery) {
  const { comments, picks, ...page } = await readThread(deps, context.get('site'), key, query);
  return { ...page, comments: comments.map(toJson), ...firstPage(query, picks.map(toJson)) };
}

async function threads(deps: Deps, context: Context<Env>, key: string, query: ThreadQuery) {
  const {
    branches,
    picks,
    articleId: _,
    ...page
  } = await readBranches(deps, context.get('site'), key, query);
  const comments = branches.map(({ comment, replies: { comments, nextCursor } }) => ({
    ...toJson(comment),
    replies: { comments: comments.map(toJson), nextCursor },
  }));
  return { ...page, comments, ...firstPage(query, picks.map(toJson)) };
}

function firstPage<Comment>({ cursor }: ThreadQuery, picks: Comment[]) {
  return cursor ? {} : { picks };
}
