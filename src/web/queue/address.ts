/** What narrows and orders the queue, by the names that stand in its addresses. */
export const askedNames = [
  'state',
  'site',
  'sort',
  'rule',
  'article',
  'sender',
  'q',
  'from',
  'to',
  'risk-min',
  'risk-max',
  'links',
  'appealed',
  'like',
] as const;

export type Asked = Readonly<Partial<Record<(typeof askedNames)[number], string>>>;

export function askedFrom(query: URLSearchParams): Asked {
  return Object.fromEntries(askedNames.flatMap((name) => (query.get(name) ? [[name, query.get(name)]] : [])));
}

/** The parameters that lead back to this view of the queue, without a question mark. */
export function queueParameters(asked: Asked): URLSearchParams {
  return new URLSearchParams(Object.entries(asked).filter(([, value]) => value));
}

export function queueAddress(asked: Asked, cursor?: string): string {
  const parameters = queueParameters(asked);
  if (cursor) parameters.set('cursor', cursor);
  return `/moderation?${parameters}`;
}

/** Whether it is narrowed by more than its tab and its site. */
export function isNarrowed({ state: _, site: _site, sort: _sort, ...rest }: Asked): boolean {
  return Object.values(rest).some(Boolean);
}

/** The same view with a comment of it chosen. */
export function viewAddress(asked: Asked, id: string): string {
  const parameters = queueParameters(asked);
  parameters.set('here', id);
  return `/moderation?${parameters}`;
}

/** The page of a comment, from which one comes back to the view. */
export function commentAddress(asked: Asked, id: string): string {
  return `/moderation/comments/${id}?${queueParameters(asked)}`;
}

interface Place {
  asked: Asked;
  place: { after?: string | undefined; before?: string | undefined } | null;
  alone: boolean;
}

/** Where a form of the pane leads back to: the view, with the comment named, or with the one to go on with. */
export function backOf({ asked, place, alone }: Place, id?: string): string {
  const parameters = queueParameters(asked);
  const here = id ?? place?.after ?? place?.before;
  if (here && !alone) parameters.set('here', here);
  return parameters.toString();
}

/** Where a form of the newsroom was filled in. */
export function fromOf({ alone }: Pick<Place, 'alone'>): 'queue' | 'comment' {
  return alone ? 'comment' : 'queue';
}
