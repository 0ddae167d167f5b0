import { createRoute, z } from '@hono/zod-openapi';
import { like } from '../../comments/like.ts';
import { anchorOf } from '../../web/frame/frame-address.ts';
import { senderOf } from '../address.ts';
import type { Deps } from '../deps.ts';
import { parseOrRefuse } from '../field-errors.ts';
import { readForm } from '../form.ts';
import { byReaders, identityHeaders, jsonAnswer, newRoutes, problems } from '../routes.ts';
import { commentOfSite } from '../shapes.ts';
import { addressWith, frameAsked } from './embed.ts';
import { frameQuery } from './embed-fields.ts';

const liked = z
  .object({
    likes: z.number().int().openapi({ description: 'How many readers like the comment now.' }),
    liked: z.boolean().openapi({ description: 'Whether this reader is one of them now.' }),
  })
  .openapi('Liked');

const of = {
  path: '/api/v1/sites/{site}/comments/{id}/like',
  tags: ['Readers'],
  security: byReaders,
  request: { params: commentOfSite, headers: identityHeaders },
  responses: { 200: jsonAnswer('As it is stored now; asking again changes nothing', liked), ...problems },
};

const add = createRoute({ ...of, method: 'put', summary: 'Like a published comment' });
const takeBack = createRoute({ ...of, method: 'delete', summary: 'Like a comment no more' });

const commentId = z.string().max(64).optional();
const likeFields = frameQuery.extend({ like: commentId, unlike: commentId });

export function likeRoutes(deps: Deps) {
  const routes = newRoutes();
  for (const [route, isLike] of [
    [add, true],
    [takeBack, false],
  ] as const) {
    routes.openapi(route, async (context) => {
      const site = context.get('site');
      const { id: commentId } = context.req.valid('param');
      const sender = await senderOf(deps, context, site);
      return context.json(await like(deps, site, sender, { commentId, isLike }), 200);
    });
  }
  /** Without scripts: the same by the form of the frame, and back to its page. */
  routes.post('/embed/:site/likes', async (context) => {
    const fields = parseOrRefuse(likeFields, await readForm(context));
    const query = frameAsked(context, fields);
    const site = context.get('site');
    const commentId = fields.like ?? fields.unlike ?? '';
    const sender = await senderOf(deps, context, site);
    const { liked } = await like(deps, site, sender, { commentId, isLike: fields.like !== undefined });
    const done = liked ? { liked: commentId } : { comment: commentId };
    return context.redirect(`${addressWith(context, query, done)}#${anchorOf(commentId)}`, 303);
  });
  return routes;
}
