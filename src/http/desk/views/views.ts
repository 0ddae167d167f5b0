import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { Problem } from '../../../problem.ts';
import { moveView } from '../../../store/views/views.ts';
import { type ViewsPage, viewsPage } from '../../../web/queue/views/page.ts';
import type { Deps, Env } from '../../deps.ts';
import { parseOrRefuse } from '../../field-errors.ts';
import { readForm } from '../../form.ts';
import { statusOf, toProblem } from '../../problems.ts';
import { jsonAnswer, jsonBody, moderatorsOnly, newRoutes, problems } from '../../routes.ts';
import { plainText } from '../../shapes.ts';
import { mostCounted } from './counts.ts';
import { type CountedView, listCounted, remove, rename, saveView, share, viewName } from './saved.ts';

const asked = plainText.max(2000).openapi({
  description: 'The queue’s parameters, as they stand in an address.',
  example: 'state=pending&rule=links',
});

const view = z
  .object({
    id: z.string(),
    name: z.string(),
    asked,
    shared: z.boolean().openapi({ description: 'With all moderators of its sites.' }),
    own: z.boolean(),
    by: z.string().openapi({ description: 'Whose it is.' }),
    count: z
      .number()
      .int()
      .max(mostCounted)
      .nullable()
      .openapi({
        description: `How many comments it has, up to ${mostCounted}, as of some seconds ago.`,
      }),
  })
  .openapi('View');

const newView = z.object({ name: viewName, asked, shared: z.boolean().default(false) }).openapi('NewView');

const route = { path: '/api/v1/views', tags: ['Moderators'], security: moderatorsOnly };

const list = createRoute({
  ...route,
  method: 'get',
  summary: 'Saved views of the queue: one’s own, and those shared with one’s sites',
  responses: { 200: jsonAnswer('Views', z.object({ views: z.array(view) })), ...problems },
});

const save = createRoute({
  ...route,
  method: 'post',
  summary: 'Save a view of the queue under a name; an owner may share it',
  request: { body: jsonBody(newView) },
  responses: { 201: jsonAnswer('Saved', z.object({ id: z.string() })), ...problems },
});

const end = createRoute({
  ...route,
  method: 'delete',
  path: '/api/v1/views/{id}',
  summary: 'Delete a view: one’s own, or as an owner one that is shared with one’s sites',
  request: { params: z.object({ id: z.string().max(64) }) },
  responses: { 204: { description: 'Deleted' }, ...problems },
});

const changes = z.enum(['rename', 'up', 'down', 'share', 'unshare', 'delete']);

/** Saved views of the queue, for programs and as pages. */
export function viewRoutes(deps: Deps) {
  const routes = newRoutes()
    .openapi(list, async (context) =>
      context.json({ views: (await listCounted(deps, context.get('moderator'))).map(toJson) }, 200),
    )
    .openapi(save, async (context) => {
      const { shared: isShared, ...given } = context.req.valid('json');
      return context.json(
        { id: await saveView(deps, context.get('moderator'), { ...given, isShared }) },
        201,
      );
    })
    .openapi(end, async (context) => {
      await remove(deps, context.get('moderator'), context.req.valid('param').id);
      return context.body(null, 204);
    });
  routes.get('/moderation/views', (context) => {
    const given = context.req.query('asked');
    return show(deps, context, given === undefined ? null : { name: '', asked: given, shared: false });
  });
  routes.post('/moderation/views', async (context) => {
    const { name = '', asked = '', shared } = await readForm(context);
    const draft = { name, asked, shared: shared === 'yes' };
    return orShow(deps, context, draft, async () => {
      const given = parseOrRefuse(newView, draft);
      await saveView(deps, context.get('moderator'), { ...given, isShared: draft.shared });
      return `/moderation?${new URLSearchParams(given.asked)}`;
    });
  });
  routes.post('/moderation/views/:id', async (context) => {
    const form = await readForm(context);
    return orShow(deps, context, null, async () => {
      await change(deps, context, form);
      return '/moderation/views';
    });
  });
  return routes;
}

async function change(deps: Deps, context: Context<Env>, form: Partial<Record<string, string>>) {
  const moderator = context.get('moderator');
  const id = context.req.param('id') ?? '';
  const { do: step, name } = parseOrRefuse(z.object({ do: changes, name: z.string().optional() }), form);
  if (step === 'up' || step === 'down') return moveView(deps.database, id, step, moderator);
  if (step === 'delete') return remove(deps, moderator, id);
  if (step !== 'rename') return share(deps, moderator, id, step === 'share');
  return rename(deps, moderator, id, parseOrRefuse(z.object({ name: viewName }), { name }).name);
}

/** On to where that leads; back to the page with what was typed where it was refused. */
async function orShow(
  deps: Deps,
  context: Context<Env>,
  draft: ViewsPage['draft'],
  work: () => Promise<string>,
) {
  try {
    return context.redirect(await work(), 303);
  } catch (error) {
    const problem = toProblem(error);
    if (!problem) throw error;
    return show(deps, context, draft, problem);
  }
}

async function show(deps: Deps, context: Context<Env>, draft: ViewsPage['draft'], refused?: Problem) {
  const moderator = context.get('moderator');
  const views = await listCounted(deps, moderator);
  const { kind, errors, detail } = refused ?? new Problem('invalid', { vi: '', en: '' });
  const told = refused && errors.length === 0 ? [{ field: '', code: kind, message: detail }] : errors;
  return context.html(viewsPage({ moderator, views, draft, errors: told }), refused ? statusOf[kind] : 200);
}

function toJson({ id, name, asked, isShared: shared, isOwn: own, by, count }: CountedView) {
  return { id, name, asked, shared, own, by, count };
}
