import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { pickComment } from '../../../comments/pick.ts';
import { mostPicks } from '../../../comments/thread.ts';
import type { Deps, Env } from '../../deps.ts';
import { parseOrRefuse } from '../../field-errors.ts';
import { readForm } from '../../form.ts';
import { jsonAnswer, moderatorsOnly, newRoutes, problems } from '../../routes.ts';
import { afterAct } from './after-act.ts';

const picked = z
  .object({
    id: z.string(),
    pick: z.boolean(),
    act: z.string().nullable().openapi({
      description: 'To undo it: `DELETE /api/v1/acts/{id}`. Null where it was so already.',
    }),
    picks: z
      .number()
      .int()
      .openapi({ description: 'How many published comments of the article are picked.' }),
    mostShown: z.number().int().openapi({ description: 'So many are shown, those that were picked last.' }),
  })
  .openapi('Picked');

const route = {
  path: '/api/v1/comments/{id}/pick',
  tags: ['Moderators'],
  security: moderatorsOnly,
  request: { params: z.object({ id: z.string().max(64) }) },
};

const pick = createRoute({
  ...route,
  method: 'put',
  summary: 'Pick a published comment, to stand above the others of its article',
  responses: { 200: jsonAnswer('Picked', picked), ...problems },
});

const unpick = createRoute({
  ...route,
  method: 'delete',
  summary: 'Pick a comment no more',
  responses: { 200: jsonAnswer('No pick any more', picked), ...problems },
});

const pickForm = z.object({ pick: z.enum(['yes', 'no']) });

/** What the newsroom picks, from a program or from a form of the desk. */
export function pickRoutes(deps: Deps) {
  const set = async (context: Context<Env>, id: string, isPick: boolean) => ({
    ...(await pickComment(deps, context.get('moderator'), id, isPick)),
    mostShown: mostPicks,
  });
  const routes = newRoutes()
    .openapi(pick, async (context) =>
      context.json(await set(context, context.req.valid('param').id, true), 200),
    )
    .openapi(unpick, async (context) =>
      context.json(await set(context, context.req.valid('param').id, false), 200),
    );
  routes.post('/moderation/comments/:id/pick', async (context) => {
    const form = await readForm(context);
    const about = context.req.param('id');
    const { act } = await set(context, about, parseOrRefuse(pickForm, form).pick === 'yes');
    return context.redirect(afterAct({ ...form, about }, context.get('moderator'), act ?? ''), 303);
  });
  return routes;
}
