import { z } from '@hono/zod-openapi';
import { accesses } from '../../../acts/act.ts';
import { type KindGroup, kindGroups, logKinds } from '../../../acts/kinds.ts';
import { readerOf } from '../../../acts/reader.ts';
import { searchLog } from '../../../acts/search.ts';
import { mayBeUndoneBy } from '../../../acts/undo.ts';
import type { Moderator } from '../../../moderators/moderator.ts';
import { siteId } from '../../../sites/site.ts';
import { isDecision, type LogEntry, type LogFilter, listLog } from '../../../store/acts/log.ts';
import type { Page } from '../../../store/cursor.ts';
import type { Deps } from '../../deps.ts';
import { isoTime } from '../../routes.ts';
import { cursorQuery, limitQuery, plainText, time } from '../../shapes.ts';
import { toAsked } from '../decision-log.ts';
import { logFilter } from '../moderator-shapes.ts';
import { sitesOf } from '../moderator-sites.ts';

const groups = Object.keys(kindGroups) as [KindGroup, ...KindGroup[]];

/** What narrows the log of all acts, by the names that stand in its addresses. */
export const actsFilter = z.object({
  site: siteId.optional(),
  moderator: plainText.max(64).optional(),
  kind: z.enum(logKinds).optional(),
  group: z.enum(groups).optional(),
  access: z.enum(accesses).optional(),
  from: logFilter.shape.from,
  to: logFilter.shape.to,
  q: plainText.max(200).optional(),
});

export type LogAsked = z.infer<typeof actsFilter>;

export const actsQuery = actsFilter.extend({ limit: limitQuery.default(50), cursor: cursorQuery });

const words = z.object({ author: z.string(), body: z.string() });

export const act = z
  .object({
    id: z.string(),
    kind: z.enum(logKinds),
    site: z
      .string()
      .nullable()
      .openapi({ description: 'Of a decision null: its comments name their sites.' }),
    by: z
      .string()
      .nullable()
      .openapi({ description: 'The moderator; null where a command or the service did it.' }),
    access: z.enum(accesses).nullable().openapi({ description: 'Null where that was not noted yet.' }),
    account: z.string().nullable().openapi({ description: 'The account that it is about.' }),
    undoes: z.string().nullable(),
    undoneBy: z.string().nullable(),
    mayUndo: z.boolean(),
    details: z.record(z.string(), z.unknown()).openapi({
      description: 'Of a decision `reason`, `note`, `filter`, `count` and the first twenty `comments`.',
    }),
    about: words.extend({ id: z.string() }).nullable().openapi({
      description: 'The comment that it is about, where it is one; of a reply, the comment that it answers.',
    }),
    edit: z.object({ before: words, after: words.nullable() }).nullable().openapi({
      description: 'What an edit made of what, as far as both still stand.',
    }),
    createdAt: time,
    endedAt: time.nullable(),
  })
  .openapi('Act');

/** A page of what the moderator may read of it. */
export async function readLog(
  deps: Deps,
  moderator: Moderator,
  { q, limit, cursor, ...asked }: z.infer<typeof actsQuery>,
): Promise<Page<LogEntry>> {
  const query = { ...(await toFilter(deps, moderator, asked)), limit, cursor };
  return q ? searchLog(deps.database, { ...query, q }) : listLog(deps.database, query);
}

export async function toFilter(
  deps: Deps,
  moderator: Moderator,
  { site, kind, group, from, to, ...same }: Omit<LogAsked, 'q'>,
): Promise<LogFilter> {
  if (site !== undefined) sitesOf(moderator, site);
  const reader = await readerOf(deps.database, moderator);
  const kinds = kind ? [kind] : group && kindGroups[group];
  return { ...same, reader, site, kinds, since: from, before: to };
}

export function isOffered(entry: LogEntry, { role }: Moderator): boolean {
  if (isDecision(entry)) return entry.undoes === null && entry.undoneBy === null;
  return mayBeUndoneBy(role, entry);
}

export function toJson(entry: LogEntry, moderator: Moderator): z.infer<typeof act> {
  const createdAt = isoTime(entry.createdAt);
  const offered = isOffered(entry, moderator);
  if (!isDecision(entry)) {
    const endedAt = entry.endedAt === null ? null : isoTime(entry.endedAt);
    return { ...entry, mayUndo: offered, createdAt, endedAt };
  }
  const { id, action: kind, moderator: by, access, undoes, undoneBy, filter, ...said } = entry;
  const { reason, note, count, comments } = said;
  const [only] = comments;
  const details = { reason, note, count, comments, filter: filter && toAsked(filter) };
  return {
    ...{ id, kind, by, access, undoes, undoneBy, details, createdAt },
    ...{ site: null, account: null, edit: null, mayUndo: offered, endedAt: createdAt },
    about: only && count === 1 ? { id: only.id, author: only.author, body: only.body } : null,
  };
}
