import type { Context } from 'hono';
import type { Decision } from '../../comments/decide.ts';
import type { Moderator } from '../../moderators/moderator.ts';
import { Problem } from '../../problem.ts';
import { findQueued } from '../../store/queue/queue.ts';
import type { Deps, Env } from '../deps.ts';
import { parseOrRefuse } from '../field-errors.ts';
import { readFields, readForm } from '../form.ts';
import { newRoutes } from '../routes.ts';
import { openNext } from './claims.ts';
import { decisionForm } from './decision-shapes.ts';
import { lostIn, takeDecision, undoDecision } from './decisions.ts';
import { showComment } from './desk-comment.ts';
import { showBulk, showQueue, withoutEmpty } from './queue-page.ts';
import { queueFilter, queueQuery } from './queue-shapes.ts';

/** Decisions as plain forms: one comment, those that were ticked, or all that match. */
export function decisionFormRoutes(deps: Deps) {
  const routes = newRoutes();
  routes.post('/moderation/decisions', async (context) => {
    const fields = withReason(await readFields(context));
    if (fields.has('filter')) return decideAll(deps, context, fields);
    const { filter: _, expected: _expected, ...decision } = decisionIn(fields);
    return answerForm(deps, context, fields, await takeDecision(deps, context, decision));
  });
  routes.post('/moderation/decisions/:id/undo', async (context) => {
    const { back = '' } = await readForm(context);
    const undone = await undoDecision(deps, context, context.req.param('id'));
    return answerForm(deps, context, new URLSearchParams({ back }), undone);
  });
  return routes;
}

function decisionIn(fields: URLSearchParams) {
  const { action, comment, filter, expected, reason, note } = parseOrRefuse(decisionForm, {
    ...Object.fromEntries(fields),
    comment: fields.getAll('comment'),
  });
  return { action, comments: comment, filter, expected, note, ...(action === 'reject' && { reason }) };
}

/** Decides all that match; where that cannot be as it was sent, nothing, and shows them with what was typed. */
async function decideAll(deps: Deps, context: Context<Env>, fields: URLSearchParams) {
  const filter = fields.get('filter') ?? '';
  try {
    const { comments: _, ...decision } = decisionIn(fields);
    const taken = await takeDecision(deps, context, { ...decision, filter: filterOf(filter) });
    return answerForm(deps, context, fields, taken);
  } catch (problem) {
    if (!(problem instanceof Problem && isForThePage(problem))) throw problem;
    const said = { reason: fields.get('reason') ?? '', note: fields.get('note') ?? '' };
    const asked = Object.fromEntries(new URLSearchParams(filter));
    return showBulk(deps, context, asked, { problem, said });
  }
}

/** That others match by now, or that what was typed is not right. */
function isForThePage({ kind, errors }: Problem): boolean {
  if (kind === 'conflict') return true;
  return kind === 'invalid' && errors.every(({ field }) => field === 'reason' || field === 'note');
}

/** A reason that was pressed rejects by itself; one that was typed holds where none was pressed, also where "no reason" was. */
function withReason(fields: URLSearchParams): URLSearchParams {
  if (fields.has('reason') && !fields.has('action')) fields.set('action', 'reject');
  if (!fields.get('reason')) fields.set('reason', fields.get('other') ?? '');
  return fields;
}

function filterOf(parameters: string) {
  return parseOrRefuse(queueFilter, withoutEmpty(Object.fromEntries(new URLSearchParams(parameters))));
}

/** Where the moderator was; the queue from its start where that cannot be shown, since what was decided stands. */
export function readBack(back: string, { sites }: Moderator): URLSearchParams {
  const query = new URLSearchParams(back);
  const { success, data } = queueQuery.safeParse(withoutEmpty(Object.fromEntries(query)));
  const shown = success && (data.site === undefined || sites.includes(data.site));
  return shown ? query : new URLSearchParams();
}

/** Back to where the moderator was, told what happened; what someone else did first is shown, not hidden. */
async function answerForm(deps: Deps, context: Context<Env>, fields: URLSearchParams, taken: Decision) {
  const query = readBack(fields.get('back') ?? '', context.get('moderator'));
  query.delete('decided');
  const lost = lostIn(taken);
  const said = { reason: fields.get('reason') ?? '', note: fields.get('note') ?? '' };
  const [only] = taken.results;
  if (only?.outcome === 'conflict' && taken.results.length === 1 && (said.reason || said.note))
    return showComment(deps, context, only.id, query, { said });
  if (lost.length > 0) {
    const conflicts = await findQueued(deps.database, context.get('moderator').sites, lost.slice(0, 100));
    return showQueue(deps, context, Object.fromEntries(query), conflicts);
  }
  if (taken.id) query.set('decided', taken.id);
  const skipped = fields.get('skip') ?? undefined;
  if (fields.get('then') === 'next') return openNext(deps, context, query, skipped);
  return context.redirect(`/moderation?${query}`, 303);
}
