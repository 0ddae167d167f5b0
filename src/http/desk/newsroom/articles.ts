import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { chooseForArticle } from '../../../articles/choose.ts';
import { moderations } from '../../../sites/site.ts';
import type { Choice } from '../../../store/articles/choices.ts';
import { findSite } from '../../../store/sites.ts';
import type { Deps, Env } from '../../deps.ts';
import { parseOrRefuse } from '../../field-errors.ts';
import { readForm } from '../../form.ts';
import { jsonAnswer, jsonBody, moderatorsOnly, newRoutes, problems } from '../../routes.ts';
import { siteArticle } from '../../site/article-shapes.ts';
import { findComment } from '../desk-comment.ts';
import { noSuchSite } from '../moderator-sites.ts';
import { afterAct } from './after-act.ts';

const choice = z
  .object({
    open: z.boolean().optional(),
    moderation: z.enum(moderations).nullable().optional().openapi({
      description: 'Null is to be moderated as the site is.',
    }),
  })
  .openapi('ArticleChoice');

const choose = createRoute({
  method: 'patch',
  path: '/api/v1/comments/{id}/article',
  tags: ['Moderators'],
  security: moderatorsOnly,
  summary: 'Close the article of a comment to readers, open it again, or moderate it in a way of its own',
  request: { params: z.object({ id: z.string().max(64) }), body: jsonBody(choice) },
  responses: {
    200: jsonAnswer(
      'The article as it is now',
      siteArticle.extend({
        act: z.string().nullable().openapi({
          description: 'To undo it: `DELETE /api/v1/acts/{id}`. Null where it was so already.',
        }),
      }),
    ),
    ...problems,
  },
});

const choiceForm = z.union([
  z.object({ open: z.enum(['yes', 'no']).transform((open) => open === 'yes') }),
  z.object({
    moderation: z.enum([...moderations, 'site']).transform((chosen) => (chosen === 'site' ? null : chosen)),
  }),
]);

/** What moderators choose for the article of a comment, from a program or from a form of the desk. */
export function articleChoiceRoutes(deps: Deps) {
  const routes = newRoutes().openapi(choose, async (context) => {
    const { open, moderation } = context.req.valid('json');
    const chosen = { ...(open !== undefined && { open }), ...(moderation !== undefined && { moderation }) };
    const done = await chooseFrom(deps, context, context.req.valid('param').id, chosen);
    return context.json({ ...done.shown, moderation: done.moderation, act: done.act }, 200);
  });
  routes.post('/moderation/comments/:id/article', async (context) => {
    const [form, about] = [await readForm(context), context.req.param('id')];
    const { act } = await chooseFrom(deps, context, about, parseOrRefuse(choiceForm, form));
    return context.redirect(afterAct({ ...form, about }, context.get('moderator'), act ?? ''), 303);
  });
  return routes;
}

async function chooseFrom(deps: Deps, context: Context<Env>, comment: string, chosen: Partial<Choice>) {
  const { site: id, article } = await findComment(deps, context, comment);
  const site = await findSite(deps.database, id);
  if (!site) throw noSuchSite();
  return chooseForArticle(deps, context.get('moderator'), site, { key: article.key, comment }, chosen);
}
