import { createRoute, z } from '@hono/zod-openapi';
import { blockFor, liftBlocks } from '../../../comments/senders/block.ts';
import { siteId } from '../../../sites/site.ts';
import { type Block, listBlocks } from '../../../store/limits/blocks.ts';
import { findLatest } from '../../../store/senders/history.ts';
import type { Deps } from '../../deps.ts';
import { isoTime, jsonAnswer, jsonBody, moderatorsOnly, newRoutes, problems } from '../../routes.ts';
import { sitesOf } from '../moderator-sites.ts';
import { senderOf } from './find.ts';
import { act, block, newBlock, senderParam, siteQuery } from './shapes.ts';

const common = { tags: ['Moderators'], security: moderatorsOnly };

const list = createRoute({
  ...{ ...common, method: 'get', path: '/api/v1/blocks' },
  summary: 'Of whom nothing is taken for a time, and until when; the first to end first',
  request: { query: z.object({ site: siteId.optional() }) },
  responses: { 200: jsonAnswer('The blocks', z.object({ blocks: z.array(block) })), ...problems },
});

const add = createRoute({
  ...{ ...common, method: 'post', path: '/api/v1/blocks' },
  summary: 'Take nothing from the sender of a comment for some hours',
  request: { body: jsonBody(newBlock) },
  responses: { 201: jsonAnswer('Blocked', z.object({ sender: z.string(), act })), ...problems },
});

const lift = createRoute({
  ...{ ...common, method: 'delete', path: '/api/v1/blocks/{id}' },
  summary: 'Take from a sender again at once',
  request: { params: senderParam, query: siteQuery },
  responses: { 200: jsonAnswer('Not blocked', z.object({ act })), ...problems },
});

/** Whom a site takes nothing from, for programs. */
export function blockRoutes(deps: Deps) {
  return newRoutes()
    .openapi(list, async (context) => {
      const sites = sitesOf(context.get('moderator'), context.req.valid('query').site);
      const blocks = await listBlocks(deps.database, sites, deps.now());
      return context.json({ blocks: blocks.map(toJson) }, 200);
    })
    .openapi(add, async (context) => {
      const { comment, ...given } = context.req.valid('json');
      const at = await senderOf(deps, context, comment);
      const done = await blockFor(deps, context.get('moderator'), at, given);
      return context.json({ sender: at.sender, act: done }, 201);
    })
    .openapi(lift, async (context) => {
      const moderator = context.get('moderator');
      const { site } = context.req.valid('query');
      sitesOf(moderator, site);
      const done = await liftAt(deps, moderator, { site, id: context.req.valid('param').id });
      return context.json({ act: done }, 200);
    });
}

/** Lifts the blocks of a sender by their name; there may be no comment of theirs any more. */
export async function liftAt(
  deps: Deps,
  moderator: Parameters<typeof liftBlocks>[1],
  { site, id }: { site: string; id: string },
): Promise<string | null> {
  const latest = await findLatest(deps.database, site, id);
  return liftBlocks(deps, moderator, { site, sender: id, comment: latest?.id ?? null });
}

function toJson({ createdAt, expiresAt, ...one }: Block) {
  return { ...one, createdAt: isoTime(createdAt), expiresAt: isoTime(expiresAt) };
}
