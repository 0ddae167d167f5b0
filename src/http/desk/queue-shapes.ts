import { z } from '@hono/zod-openapi';
import { actions, badges, states } from '../../comments/comment.ts';
import { longestQuery, mostWords, parseQuery, wordCount } from '../../language/search/query.ts';
import { moderations, siteId } from '../../sites/site.ts';
import type { QueueSort } from '../../store/queue/page-ids.ts';
import { asNamedToday } from '../../world/networks.ts';
import { articleKey, cursorQuery, limitQuery, optionalText, plainText, time } from '../shapes.ts';
import { queuedSender } from './senders/shapes.ts';

export const tabs = [
  'pending',
  'reported',
  'published',
  'rejected',
  'spam',
  'apart',
  'appeals',
  'trusted',
] as const;

/** A day begins at midnight in Vietnam. */
export function startOfDay(date: string): number {
  return Date.parse(`${date}T00:00:00+07:00`);
}

const moment = z.union([
  z.iso.date().transform(startOfDay),
  z.iso.datetime({ offset: true }).transform((text) => Date.parse(text)),
]);
const share = z.coerce.number().min(0).max(1);
const yes = z
  .literal('yes')
  .transform(() => true)
  .optional();

const searchHint = [
  'Words that author or text must have, each of them; "words in quotes" as they follow each other; -word and -"words"',
  'for what they must not have; author:word, article:word (of its title or key), rule:id (or its name),',
  'from:2026-11-01 and to:2026-12-01 (the first day after). With marks as written, without marks in any way.',
].join(' ');

/** What narrows the queue, by the names that stand in its addresses. */
export const queueFilter = z.object({
  site: siteId.optional(),
  state: z.enum(tabs).default('pending'),
  rule: z.string().max(64).optional(),
  article: articleKey.optional(),
  // Whoever kept the address of a list of before has a longer name in it.
  sender: optionalText(z.string().max(160).transform(asNamedToday)).openapi({ type: 'string' }),
  q: plainText
    .max(longestQuery)
    .refine((q) => wordCount(parseQuery(q)) <= mostWords, { params: { code: 'too-many-words' } })
    .optional()
    .openapi({ description: searchHint }),
  from: moment.optional().openapi({ type: 'string', format: 'date' }),
  to: moment.optional().openapi({ type: 'string', format: 'date', description: 'The first day after.' }),
  'risk-min': share.optional(),
  'risk-max': share.optional(),
  links: yes.openapi({ type: 'string', enum: ['yes'] }),
  appealed: yes.openapi({ type: 'string', enum: ['yes'] }),
  like: z.string().max(64).optional().openapi({ description: 'A comment: it and all near-equal to it.' }),
});

export const queueQuery = queueFilter.extend({
  sort: z.enum(['oldest', 'newest', 'risk']).optional().openapi({
    description: 'The oldest first where nothing is said; of `trusted` the newest.',
  }),
  limit: limitQuery.default(50),
  cursor: cursorQuery,
});

/** What waits the longest is first; what stands already, since trust published it, is looked at while it is new. */
export function sortOf({ sort, state }: Pick<z.infer<typeof queueQuery>, 'sort' | 'state'>): QueueSort {
  return sort ?? (state === 'trusted' ? 'newest' : 'oldest');
}

const finding = z.object({
  rule: z.string(),
  verdict: z.enum(['pass', 'hold', 'refuse']),
  message: z.string(),
  start: z.number().int().optional(),
  end: z.number().int().optional(),
});

export const queuedComment = z
  .object({
    id: z.string(),
    version: z.number().int(),
    site: z.string(),
    article: z
      .object({
        key: z.string(),
        title: z.string(),
        url: z.string(),
        open: z.boolean(),
        moderation: z.enum(moderations).nullable().openapi({
          description: 'Null where it is moderated as its site is.',
        }),
      })
      .openapi({
        description: 'By what its published comments say; where none does, by what this one says.',
      }),
    articleAsSent: z.object({ title: z.string(), url: z.string() }).nullable().openapi({
      description: 'What this comment says of its article that no published one does.',
    }),
    author: z.string(),
    body: z.string(),
    state: z.enum(states),
    badge: z.enum(badges).nullable().openapi({
      description: 'Whose voice it is, where it is not just any reader’s.',
    }),
    pick: z.boolean().openapi({ description: 'Whether the newsroom picked it.' }),
    apart: z.boolean().openapi({
      description:
        'Whether it waits apart: the site had no room left in that hour, or its sender had sent too many in a row.',
    }),
    takenBack: z
      .object({ how: z.enum(['withdrawn', 'erased']), at: time })
      .nullable()
      .openapi({ description: 'By its author, while what was reported of it is kept.' }),
    risk: z.number(),
    createdAt: time,
    findings: z.array(finding),
    parent: z.object({ id: z.string(), author: z.string(), body: z.string() }).nullable(),
    sender: queuedSender,
    alike: z.number().openapi({ description: 'How many others are near-equal, up to a hundred.' }),
    reports: z.array(z.object({ reason: z.string(), details: z.string(), at: time })),
    appeal: z.object({ text: z.string(), at: time }).nullable(),
    trusted: z.enum(['unreviewed', 'reviewed']).nullable().openapi({
      description:
        'Whether it was published at once since its author was trusted, and whether a moderator has decided about it since.',
    }),
    edited: z.object({ author: z.string(), body: z.string(), by: z.string(), at: time }).nullable(),
    decided: z
      .object({
        id: z.string(),
        by: z.string(),
        action: z.enum([...actions, 'undo']),
        reason: z.string().nullable(),
        note: z.string().nullable(),
        at: time,
      })
      .nullable(),
    claimedBy: z.string().nullable().openapi({ description: 'The colleague who looks at it just now.' }),
  })
  .openapi('QueuedComment');

export const counts = z.object({
  pending: z.number().int(),
  published: z.number().int(),
  rejected: z.number().int(),
  spam: z.number().int(),
});
const apart = z
  .number()
  .int()
  .openapi({ description: 'How many wait apart; they are not among the pending.' });
const reported = z.number().int().openapi({ description: 'How many published ones readers reported.' });

const appeals = z.number().int().openapi({
  description: 'How many wait since their authors appealed; they are among the pending, too.',
});

const trusted = z.number().int().openapi({
  description: 'How many were published at once by trust, and nobody has reviewed yet.',
});

export const queuePageAnswer = z
  .object({
    comments: z.array(queuedComment),
    counts,
    apart,
    reported,
    appeals,
    trusted,
    nextCursor: z.string().nullable(),
  })
  .openapi('QueuePage');

export const changesAnswer = z
  .object({
    newer: z.number().int().openapi({ description: 'Comments that match and came since, up to a hundred.' }),
    counts,
    apart,
    reported,
    appeals,
    trusted,
    comments: z.array(
      z.object({
        id: z.string(),
        state: z.enum(states),
        version: z.number().int(),
        decidedBy: z.string().nullable(),
        action: z.enum([...actions, 'undo']).nullable(),
        claimedBy: z.string().nullable(),
      }),
    ),
  })
  .openapi('QueueChanges');
