import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { readerOf } from '../../acts/reader.ts';
import { isUndoneBy, undoAct } from '../../acts/undo.ts';
import { Problem } from '../../problem.ts';
import { findAct } from '../../store/acts.ts';
import { findDecision } from '../../store/queue/decision-log.ts';
import type { Deps, Env } from '../deps.ts';
import { readForm } from '../form.ts';
import { refuseOthers } from '../owner/guard-owner.ts';
import { jsonAnswer, moderatorsOnly, newRoutes, problems } from '../routes.ts';
import { undoDecision } from './decisions.ts';
import { showLog } from './log/page.ts';
import { act, actsQuery, readLog, toJson } from './log/shapes.ts';
import { afterAct } from './newsroom/after-act.ts';

const list = createRoute({
  method: 'get',
  path: '/api/v1/acts',
  tags: ['Moderators'],
  security: moderatorsOnly,
  summary: 'All that was done, decisions among it; the latest first',
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
  summary: 'Undo an act as a whole: a decision, a reply or a pick, every moderator of its site; else owners',
  request: { params: z.object({ id: z.string() }) },
  responses: { 200: jsonAnswer('The act that undoes it', z.object({ id: z.string() })), ...problems },
});

/** The log of acts as JSON, and to take one back. */
export function actRoutes(deps: Deps) {
  const routes = newRoutes()
    .openapi(list, async (context) => {
      const moderator = context.get('moderator');
      const page = await readLog(deps, moderator, context.req.valid('query'));
      const acts = page.rows.map((one) => toJson(one, moderator));
      return context.json({ acts, nextCursor: page.nextCursor }, 200);
    })
    .openapi(undo, async (context) =>
      context.json({ id: await undoById(deps, context, context.req.valid('param').id) }, 200),
    );
  routes.post('/moderation/acts/:id/undo', async (context) => {
    const form = await readForm(context);
    const back = new URLSearchParams(form.back);
    const undone = await undoById(deps, context, context.req.param('id')).catch((error: unknown) => {
      if (error instanceof Problem && error.kind === 'conflict' && form.back !== undefined && !form.about)
        return error;
      throw error;
    });
    if (undone instanceof Problem) return showLog(deps, context, Object.fromEntries(back), undone);
    const id = undone;
    if (form.about) return context.redirect(afterAct(form, context.get('moderator'), id), 303);
    return context.redirect(`/moderation/log?${back}#a-${id}`, 303);
  });
  return routes;
}

async function undoById(deps: Deps, context: Context<Env>, id: string): Promise<string> {
  const moderator = context.get('moderator');
  const found = await findAct(deps.database, await readerOf(deps.database, moderator), id);
  if (!found) return undoDecided(deps, context, id);
  if (!isUndoneBy(moderator.role, found)) refuseOthers(moderator);
  return undoAct(deps, found, moderator);
}

async function undoDecided(deps: Deps, context: Context<Env>, id: string): Promise<string> {
  if (!(await findDecision(deps.database, context.get('moderator').sites, id)))
    throw new Problem('not-found', { vi: 'Không có việc này.', en: 'There is no such act.' });
  const undone = await undoDecision(deps, context, id);
  if (undone.id !== null) return undone.id;
  throw new Problem('conflict', {
    vi: 'Sau đó các bình luận này đã được xử lý lại, nên không hoàn tác quyết định này được nữa.',
    en: 'These comments were decided again since, so this decision cannot be undone any more.',
  });
}
