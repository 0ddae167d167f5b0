import { z } from '@hono/zod-openapi';
import { actions, states } from '../../comments/comment.ts';
import { siteId } from '../../sites/site.ts';
import { cursorQuery, limitQuery, plainText, time } from '../shapes.ts';
import { queueFilter } from './queue-shapes.ts';

const deeds = [...actions, 'undo'] as const;

/** What narrows the log, by the names that stand in its addresses. */
export const logFilter = z.object({
  site: siteId.optional(),
  moderator: plainText.max(64).optional(),
  action: z.enum(deeds).optional(),
  from: queueFilter.shape.from,
  to: queueFilter.shape.to,
});

export const logQuery = logFilter.extend({
  limit: limitQuery.default(50),
  cursor: cursorQuery,
});

export const logPageAnswer = z
  .object({
    decisions: z.array(
      z.object({
        id: z.string(),
        action: z.enum(deeds),
        moderator: z.string(),
        reason: z.string().nullable(),
        note: z.string().nullable(),
        createdAt: time,
        undoes: z.string().nullable(),
        undoneBy: z.string().nullable(),
        filter: z.record(z.string(), z.unknown()).nullable().openapi({
          description: 'What the queue was asked for, where all that matched was decided at once.',
        }),
        count: z.number().int(),
        comments: z
          .array(
            z.object({
              id: z.string(),
              site: z.string(),
              author: z.string(),
              body: z.string(),
              from: z.enum(states),
              to: z.enum(states),
            }),
          )
          .openapi({ description: 'The first twenty; `count` is of all.' }),
      }),
    ),
    nextCursor: z.string().nullable(),
  })
  .openapi('DecisionLog');
