import type { QueueView } from './views.ts';

/** The parameters that lead back to this view of the queue, without a question mark. */
export function queueParameters({
  state,
  site,
  sort,
  rule,
  article,
  q,
}: QueueView['query']): URLSearchParams {
  const given = { state, site, sort: sort === 'oldest' ? null : sort, rule, article, q };
  return new URLSearchParams(
    Object.entries(given).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
}

export function queueAddress(query: QueueView['query'], cursor?: string): string {
  const parameters = queueParameters(query);
  if (cursor) parameters.set('cursor', cursor);
  return `/moderation?${parameters}`;
}
