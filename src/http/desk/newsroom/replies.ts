import { createRoute, z } from '@hono/zod-openapi';
import { states } from '../../../comments/comment.ts';
import { replyAsNewsroom } from '../../../comments/newsroom-reply.ts';
import type { StoredReply } from '../../../store/comments/newsroom-replies.ts';
import type { Deps } from '../../deps.ts';
import { parseOrRefuse } from '../../field-errors.ts';
import { readForm } from '../../form.ts';
import { toProblem } from '../../problems.ts';
import { newComment } from '../../reader/reader-shapes.ts';
import { isoTime, jsonAnswer, jsonBody, moderatorsOnly, newRoutes, problems } from '../../routes.ts';
import { idempotencyKey, time } from '../../shapes.ts';
import { showComment } from '../desk-comment.ts';
import { afterAct } from './after-act.ts';

const newReply = newComment.pick({ body: true }).openapi('NewsroomReply');
const replyForm = newReply.extend({ key: idempotencyKey });

const newsroomReply = z
  .object({
    id: z.string(),
    act: z.string().openapi({ description: 'To undo it: `DELETE /api/v1/acts/{id}`.' }),
    comment: z.object({
      id: z.string(),
      site: z.string(),
      article: z.object({ key: z.string() }),
      parentId: z.string(),
      author: z.string(),
      badge: z.literal('newsroom'),
      body: z.string(),
      state: z.enum(states),
      createdAt: time,
    }),
  })
  .openapi('NewsroomReplied');

const reply = createRoute({
  method: 'post',
  path: '/api/v1/comments/{id}/replies',
  tags: ['Moderators'],
  security: moderatorsOnly,
  summary: 'Answer a published comment as the newsroom; published at once, also on a closed article',
  request: {
    params: z.object({ id: z.string().max(64) }),
    headers: z.object({ 'idempotency-key': idempotencyKey }),
    body: jsonBody(newReply),
  },
  responses: { 201: jsonAnswer('Published', newsroomReply), ...problems },
});

/** What the newsroom answers, from a program or from a form of the desk. */
export function replyRoutes(deps: Deps) {
  const routes = newRoutes().openapi(reply, async (context) => {
    const { body } = context.req.valid('json');
    const { 'idempotency-key': key } = context.req.valid('header');
    const given = { commentId: context.req.valid('param').id, body, idempotencyKey: key };
    return context.json(toJson(await replyAsNewsroom(deps, context.get('moderator'), given)), 201);
  });
  routes.post('/moderation/comments/:id/replies', async (context) => {
    const form = await readForm(context);
    const moderator = context.get('moderator');
    const commentId = context.req.param('id');
    try {
      const { body, key } = parseOrRefuse(replyForm, form);
      const { act } = await replyAsNewsroom(deps, moderator, { commentId, body, idempotencyKey: key });
      return context.redirect(afterAct({ ...form, about: commentId }, moderator, act), 303);
    } catch (error) {
      const problem = toProblem(error);
      if (!problem) throw error;
      const draft = { problem, body: form.body ?? '' };
      return showComment(deps, context, commentId, new URLSearchParams(form.back), { draft });
    }
  });
  return routes;
}

function toJson({ act, ...comment }: StoredReply) {
  const { id, article, createdAt } = comment;
  return {
    ...{ id, act },
    comment: {
      ...comment,
      article: { key: article },
      badge: 'newsroom' as const,
      createdAt: isoTime(createdAt),
    },
  };
}
