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

/** Where more wait than may, the least important go first, and of these the oldest. */
export const importanceOf: Readonly<Record<EventKind, number>> = {
  'comment.liked': 0,
  'comment.published': 1,
  'comment.rejected': 1,
  'comment.spam': 1,
  'comment.withdrawn': 1,
  'comment.held': 2,
  'comment.reported': 3,
  'comment.appealed': 4,
  'queue.waiting': 4,
};

/** The kind of a delivery: an event, the line that groups events, or a try that somebody asked for. */
export type DeliveryKind = EventKind | 'queue.stands' | 'webhook.test';
