import type { QueuedComment } from '../../comments/comment.ts';
import type { Moderator } from '../../moderators/moderator.ts';
import { findBeside } from '../../store/queue/beside.ts';
import type { PaneContext } from '../../web/views.ts';
import type { Deps } from '../deps.ts';
import { toQueueFilter } from './asked.ts';
import { withoutEmpty } from './queue-page.ts';
import { queueQuery, sortOf } from './queue-shapes.ts';

/** Which comments are beside one in the view that it was opened from; nothing where that shows no such comments. */
export async function placeIn(
  { database }: Deps,
  { sites }: Moderator,
  comment: QueuedComment,
  query: URLSearchParams,
): Promise<PaneContext['place']> {
  const { success, data } = queueQuery.safeParse(withoutEmpty(Object.fromEntries(query)));
  if (!success || (comment.state !== 'pending' && !query.has('state'))) return null;
  const { sort: _sort, limit: _, cursor: _cursor, ...filter } = data;
  if (filter.site !== undefined && !sites.includes(filter.site)) return null;
  const asked = toQueueFilter(filter, filter.site === undefined ? sites : [filter.site]);
  return findBeside(database, { ...asked, sort: sortOf(data) }, comment);
}
