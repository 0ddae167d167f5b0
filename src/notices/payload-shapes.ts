import { z } from 'zod';
import type { Action, State } from '../comments/comment.ts';
import { type EventKind, eventKinds } from './event.ts';

/** What webhooks are told, as the document of the API has it; `version` changes where a reader of the one before would no longer understand it. */

const time = z.iso.datetime();
const states = ['pending', 'published', 'rejected', 'spam', 'withdrawn'] as const satisfies readonly State[];
const actions = ['publish', 'reject', 'spam', 'restore'] as const satisfies readonly Action[];
const state = z.enum(states);
const count = z.number().int().min(0);

const commentTold = z.strictObject({
  id: z.string(),
  parentId: z.string().nullable(),
  article: z.strictObject({ key: z.string(), title: z.string(), url: z.string() }),
  author: z.string().describe('Empty where it was withdrawn by now, as is `body`.'),
  body: z.string(),
  state: state.describe('As it was once that had happened.'),
  version: z
    .number()
    .int()
    .nullable()
    .describe('As it was once that had happened; it grows with every change.'),
  stateNow: state.describe('As it is while this is told.'),
  risk: z.number().min(0).max(1),
  likes: count,
  reports: count.describe('How many readers report it that no moderator has answered.'),
  createdAt: time,
  reasons: z
    .array(z.strictObject({ rule: z.string(), message: z.strictObject({ vi: z.string(), en: z.string() }) }))
    .describe('What the filter says of it.'),
});
export type CommentTold = z.infer<typeof commentTold>;

const decision = z
  .strictObject({
    id: z.string(),
    action: z.enum([...actions, 'undo']),
    reason: z.string().nullable().describe('As its author is told it.'),
  })
  .nullable();

const about = {
  version: z.literal(1),
  site: z.string(),
  desk: z.url().describe('Where a moderator finds it; it opens for those who are signed in.'),
};

const aboutComment = z.strictObject({ ...about, comment: commentTold, decision });

const aboutQueue = z.strictObject({
  ...about,
  queue: z.strictObject({
    waiting: count,
    highRisk: count,
    reported: count,
    appeals: count,
    oldestAt: time.nullable().describe('When the comment came that has waited longest.'),
  }),
});

const said = <Type extends string, Data extends z.ZodType>(type: Type, data: Data) =>
  z.strictObject({ type: z.literal(type), timestamp: time.describe('When it happened.'), data });

type OfComment = Exclude<EventKind, 'queue.waiting'>;
const isOfComment = (kind: EventKind): kind is OfComment => kind !== 'queue.waiting';

/** Every message that a webhook may be sent, by its type. */
export const payloadShapes = [
  ...eventKinds.filter(isOfComment).map((kind) => said(kind, aboutComment)),
  said('queue.waiting', aboutQueue),
  said('webhook.test', z.strictObject(about)),
];

export type Payload = z.infer<(typeof payloadShapes)[number]>;
