import { createRoute, z } from '@hono/zod-openapi';
import { accesses, actKinds } from '../../acts/act.ts';
import { isUndoneBy, mayUndo, undoAct } from '../../acts/undo.ts';
import type { Moderator } from '../../moderators/moderator.ts';
import { Problem } from '../../problem.ts';
import { type Act, findAct, listActs } from '../../store/acts.ts';
import { actsPage } from '../../web/desk/acts-page.ts';
import type { Deps } from '../deps.ts';
import { parseOrRefuse } from '../field-errors.ts';
import { readForm } from '../form.ts';
import { refuseOthers } from '../owner/guard-owner.ts';
import { isoTime, jsonAnswer, moderatorsOnly, newRoutes, problems } from '../routes.ts';
import { cursorQuery, limitQuery, time } from '../shapes.ts';
import { afterAct } from './newsroom/after-act.ts';
import { withoutEmpty } from './queue-page.ts';

const actsQuery = z.object({ limit: limitQuery.default(50), cursor: cursorQuery });

const act = z
  .object({
    id: z.string(),
    kind: z.enum(actKinds),
    site: z.string().nullable(),
    by: z
      .string()
      .nullable()
      .openapi({ description: 'The moderator; null where a command or the service did it.' }),
    access: z.enum(accesses).nullable().openapi({ description: 'Null where that was not noted yet.' }),
    undoes: z.string().nullable(),
    undoneBy: z.string().nullable(),
    mayUndo: z.boolean(),
    details: z.record(z.string(), z.unknown()),
    about: z.object({ id: z.string(), author: z.string() }).nullable().openapi({
      description: 'The comment that it is about, where it is one; of a reply, the comment that it answers.',
    }),
    createdAt: time,
    endedAt: time.nullable(),
  })
  .openapi('Act');

const list = createRoute({
  method: 'get',
  path: '/api/v1/acts',
  tags: ['Moderators'],
  security: moderatorsOnly,
  summary: 'What was done beside decisions: moves, imports, replies, picks, erasures; the latest first',
  request: { query: actsQuery },
  responses: {
    200: jsonAnswer('A page of acts', z.object({ acts: z.array(act), nextCursor: z.string().nullable() })),
    ...problems,
  },
});

const undo = createRoute({
  method: 'delete',
  path: '/api/v1/acts/{id}',
  tags: ['Moderators'],
  security: moderatorsOnly,
  summary: 'Undo an act as a whole: a reply or a pick, every moderator of its site; else owners',
  request: { params: z.object({ id: z.string() }) },
  responses: { 200: jsonAnswer('The act that undoes it', z.object({ id: z.string() })), ...problems },
});

/** The log of acts: as JSON, as a page, and to take one back. */
export function actRoutes(deps: Deps) {
  const routes = newRoutes()
    .openapi(list, async (context) => {
      const moderator = context.get('moderator');
      const page = await listActs(deps.database, { sites: moderator.sites, ...context.req.valid('query') });
      const acts = page.rows.map((one) => toJson(one, moderator));
      return context.json({ acts, nextCursor: page.nextCursor }, 200);
    })
    .openapi(undo, async (context) =>
      context.json(
        { id: await undoById(deps, context.get('moderator'), context.req.valid('param').id) },
        200,
      ),
    );
  routes.get('/moderation/acts', async (context) => {
    const moderator = context.get('moderator');
    const query = parseOrRefuse(actsQuery, withoutEmpty(context.req.query()));
    const { rows: acts, nextCursor } = await listActs(deps.database, { sites: moderator.sites, ...query });
    return context.html(
      actsPage({ moderator, acts, nextCursor, mayUndo: (one) => isOffered(one, moderator) }),
    );
  });
  routes.post('/moderation/acts/:id/undo', async (context) => {
    const moderator = context.get('moderator');
    const form = await readForm(context);
    const id = await undoById(deps, moderator, context.req.param('id'));
    return context.redirect(form.about ? afterAct(form, moderator, id) : `/moderation/acts#a-${id}`, 303);
  });
  return routes;
}

async function undoById(deps: Deps, moderator: Moderator, id: string): Promise<string> {
  const found = await findAct(deps.database, moderator.sites, id);
  if (!found) throw new Problem('not-found', { vi: 'Không có việc này.', en: 'There is no such act.' });
  if (!isUndoneBy(moderator.role, found)) refuseOthers(moderator);
  return undoAct(deps, found, moderator);
}

function isOffered(one: Act, { role }: Moderator): boolean {
  return mayUndo(one) && isUndoneBy(role, one);
}

function toJson(one: Act, moderator: Moderator) {
  const endedAt = one.endedAt === null ? null : isoTime(one.endedAt);
  return { ...one, mayUndo: isOffered(one, moderator), createdAt: isoTime(one.createdAt), endedAt };
}
