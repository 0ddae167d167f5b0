import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { editComment } from '../../comments/edit.ts';
import { Problem } from '../../problem.ts';
import { longestBlockMs } from '../../store/lifetimes.ts';
import { blockSender, unblock } from '../../store/limits/blocks.ts';
import { householdOf, widestOf } from '../../world/networks.ts';
import type { Deps, Env } from '../deps.ts';
import { parseOrRefuse } from '../field-errors.ts';
import { readForm } from '../form.ts';
import { toProblem } from '../problems.ts';
import { jsonBody, moderatorsOnly, newRoutes, problems } from '../routes.ts';
import { changed, saveWords } from './comment-edits.ts';
import { findComment, showComment } from './desk-comment.ts';

const change = createRoute({
  method: 'patch',
  path: '/api/v1/comments/{id}',
  tags: ['Moderators'],
  security: moderatorsOnly,
  summary: 'Change the words of a comment that waits; what stood there is kept',
  request: { params: z.object({ id: z.string().max(64) }), body: jsonBody(changed) },
  responses: { 204: { description: 'Changed' }, ...problems },
});

const hourMs = 3_600_000;
/** The hours are written out, since nothing at all would read as the 0 that ends a block. */
const block = z.object({
  hours: z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .pipe(z.number().max(longestBlockMs / hourMs)),
  wide: z.literal('yes').optional(),
});

/** One comment at the desk: its page, its words, its sender. */
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
  routes.post('/moderation/comments/:id/block', async (context) => {
    const form = await readForm(context);
    const { hours: given, wide } = parseOrRefuse(block, form);
    const { site, sender } = await findComment(deps, context, context.req.param('id'));
    const now = deps.now();
    const moderatorId = context.get('moderator').id;
    const until = now + given * hourMs;
    if (sender.id === '') throw senderErased();
    if (given === 0) await unblock(deps.database, site, sender.id);
    else
      await blockSender(deps.database, { site, sender: blocked(sender.id, wide), moderatorId, now, until });
    return context.redirect(addressOf(context, form.back), 303);
  });
  return routes;
}

/** Of IPv6 the /56, which one household may have, or the whole /48. */
function blocked(sender: string, wide?: 'yes'): string {
  return wide ? widestOf(sender) : householdOf(sender);
}

function addressOf(context: Context<Env>, back = ''): string {
  return `/moderation/comments/${context.req.param('id')}?${new URLSearchParams(back)}`;
}

function senderErased(): Problem {
  return new Problem('conflict', {
    vi: 'Dấu vết của người gửi đã được xóa, nên không chặn được nữa.',
    en: 'The trace of the sender was erased, so they can no longer be blocked.',
  });
}
