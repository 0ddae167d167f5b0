import type { Context } from 'hono';
import { kindGroups } from '../../../acts/kinds.ts';
import type { Problem } from '../../../problem.ts';
import { noteAct } from '../../../store/acts/note.ts';
import { actBy } from '../../../store/acts/record.ts';
import { logPage } from '../../../web/log/page.ts';
import type { Deps, Env } from '../../deps.ts';
import { parseOrRefuse } from '../../field-errors.ts';
import { statusOf } from '../../problems.ts';
import { isoTime, newRoutes } from '../../routes.ts';
import { withoutEmpty } from '../queue-page.ts';
import { csvLines, jsonLines } from './lines.ts';
import { actsFilter, actsQuery, isOffered, readLog } from './shapes.ts';
import { toStream } from './text-stream.ts';

const formats = {
  csv: { type: 'text/csv; charset=utf-8', lines: csvLines },
  jsonl: { type: 'application/jsonl; charset=utf-8', lines: jsonLines },
} as const;

/** The log of all acts: as a page, and as files to keep. */
export function logPageRoutes(deps: Deps) {
  const routes = newRoutes();
  routes.get('/moderation/log', (context) => showLog(deps, context, context.req.query()));
  routes.get('/moderation/log.csv', (context) => download(deps, context, 'csv'));
  routes.get('/moderation/log.jsonl', (context) => download(deps, context, 'jsonl'));
  routes.get('/moderation/decisions', (context) => leadOn(context));
  routes.get('/moderation/acts', (context) => leadOn(context));
  return routes;
}

/** The page, as it was asked for; with what was refused just now, if anything. */
export async function showLog(
  deps: Deps,
  context: Context<Env>,
  given: Record<string, string>,
  refused?: Problem,
): Promise<Response> {
  const moderator = context.get('moderator');
  const { cursor: _, limit: __, ...asked } = withoutEmpty(given);
  const query = parseOrRefuse(actsQuery, withoutEmpty(given));
  const { rows: entries, nextCursor } = await readLog(deps, moderator, query);
  const view = { moderator, entries, nextCursor, asked, groups: groupsFor(moderator.role) };
  const page = logPage({
    ...view,
    refused: refused?.detail,
    mayUndo: (entry) => isOffered(entry, moderator),
  });
  return context.html(page, refused ? statusOf[refused.kind] : 200);
}

/** What a moderator never reads is not offered to be asked for. */
function groupsFor(role: 'owner' | 'moderator') {
  const { service: _, ...others } = kindGroups;
  return role === 'owner' ? kindGroups : others;
}

async function download(deps: Deps, context: Context<Env>, name: keyof typeof formats) {
  const asked = parseOrRefuse(actsFilter, withoutEmpty(context.req.query()));
  const { type, lines } = formats[name];
  const moderator = context.get('moderator');
  const details = { what: 'log', format: name };
  await noteAct(deps.database, actBy(deps, moderator), { kind: 'export', details });
  const day = isoTime(deps.now()).slice(0, 10);
  return context.body(toStream(lines(deps, moderator, asked)), 200, {
    'content-type': type,
    'content-disposition': `attachment; filename="log-${day}.${name}"`,
  });
}

/** Where decisions and other acts had logs of their own. */
function leadOn(context: Context<Env>): Response {
  const query = new URLSearchParams(context.req.query());
  const action = query.get('action');
  if (action) query.set('kind', action);
  for (const name of ['action', 'cursor']) query.delete(name);
  return context.redirect(query.size > 0 ? `/moderation/log?${query}` : '/moderation/log', 301);
}
