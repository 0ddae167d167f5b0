/** What somebody outside may want to know; each is told at most once, but `comment.liked`, which gathers. */
export const eventKinds = [
  'comment.held',
  'comment.published',
  'comment.rejected',
  'comment.spam',
  'comment.withdrawn',
  'comment.reported',
  'comment.appealed',
  'comment.liked',
  'queue.waiting',
] as const;
export type EventKind = (typeof eventKinds)[number];

/** The kind of a delivery: an event, the line that groups events, or a try that somebody asked for. */
export type DeliveryKind = EventKind | 'queue.stands' | 'webhook.test';
