import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { editComment } from '../../comments/edit.ts';
import type { Deps, Env } from '../deps.ts';
import { readForm } from '../form.ts';
import { toProblem } from '../problems.ts';
import { jsonBody, moderatorsOnly, newRoutes, problems } from '../routes.ts';
import { changed, saveWords } from './comment-edits.ts';
import { showComment } from './desk-comment.ts';

const change = createRoute({
  method: 'patch',
  path: '/api/v1/comments/{id}',
  tags: ['Moderators'],
  security: moderatorsOnly,
  summary: 'Change the words of a comment that waits; what stood there is kept',
  request: { params: z.object({ id: z.string().max(64) }), body: jsonBody(changed) },
  responses: { 204: { description: 'Changed' }, ...problems },
});

/** One comment at the desk: its page, and its words. */
export function deskCommentRoutes(deps: Deps) {
  const routes = newRoutes().openapi(change, async (context) => {
    const commentId = context.req.valid('param').id;
    await editComment(deps, context.get('moderator'), { commentId, ...context.req.valid('json') });
    return context.body(null, 204);
  });
  routes.get('/moderation/comments/:id', (context) =>
    showComment(deps, context, context.req.param('id'), new URLSearchParams(context.req.query())),
  );
  routes.post('/moderation/comments/:id', async (context) => {
    const form = await readForm(context);
    const id = context.req.param('id');
    try {
      await saveWords(deps, context, id, form);
    } catch (error) {
      const problem = toProblem(error);
      if (!problem) throw error;
      const failed = { problem, author: form.author, body: form.body };
      return showComment(deps, context, id, new URLSearchParams(form.back), { failed });
    }
    return context.redirect(addressOf(context, form.back), 303);
  });
  return routes;
}

function addressOf(context: Context<Env>, back = ''): string {
  return `/moderation/comments/${context.req.param('id')}?${new URLSearchParams(back)}`;
}
