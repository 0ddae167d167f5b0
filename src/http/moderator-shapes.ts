import { z } from '@hono/zod-openapi';
import { actions, states } from '../comments/comment.ts';
import { siteId } from '../sites/site.ts';
import { cursorQuery, limitQuery, optionalText, plainText, time } from './shapes.ts';

export const queueQuery = z.object({
  site: siteId.optional(),
  state: z.enum(['pending', 'published', 'rejected', 'spam']).default('pending'),
  rule: z.string().max(64).optional(),
  article: z.string().max(512).optional(),
  q: plainText.max(200).optional(),
  sort: z.enum(['oldest', 'newest', 'risk']).default('oldest'),
  limit: limitQuery.default(50),
  cursor: cursorQuery,
});

export const queuePageAnswer = z
  .object({
    comments: z.array(
      z.object({
        id: z.string(),
        version: z.number().int(),
        site: z.string(),
        article: z.object({ key: z.string(), title: z.string(), url: z.string() }),
        author: z.string(),
        body: z.string(),
        state: z.enum(states),
        risk: z.number(),
        createdAt: time,
        findings: z.array(
          z.object({
            rule: z.string(),
            verdict: z.enum(['pass', 'hold', 'refuse']),
            message: z.string(),
            start: z.number().int().optional(),
            end: z.number().int().optional(),
          }),
        ),
      }),
    ),
    counts: z.object({
      pending: z.number().int(),
      published: z.number().int(),
      rejected: z.number().int(),
      spam: z.number().int(),
    }),
    nextCursor: z.string().nullable(),
  })
  .openapi('QueuePage');

export const newDecision = z
  .object({
    action: z.enum(actions),
    comments: z
      .array(z.object({ id: plainText.max(64), version: z.int().min(1) }))
      .min(1)
      .max(1000),
    reason: optionalText(plainText.trim().max(500)).openapi({
      description: 'The author of the comment reads it.',
    }),
    note: optionalText(plainText.trim().max(1000)).openapi({ description: 'For colleagues.' }),
  })
  .openapi('NewDecision');

export const decision = z
  .object({
    id: z.string().nullable().openapi({ description: 'Null where nothing was decided.' }),
    action: z.enum([...actions, 'undo']),
    results: z.array(
      z.object({
        id: z.string(),
        outcome: z.enum(['done', 'conflict', 'missing']),
        state: z.enum(states).nullable(),
        version: z.number().int().nullable(),
      }),
    ),
  })
  .openapi('Decision');

export const logQuery = z.object({
  site: siteId.optional(),
  moderator: plainText.max(64).optional(),
  limit: limitQuery.default(50),
  cursor: cursorQuery,
});

export const logPageAnswer = z
  .object({
    decisions: z.array(
      z.object({
        id: z.string(),
        action: z.enum([...actions, 'undo']),
        moderator: z.string(),
        reason: z.string().nullable(),
        note: z.string().nullable(),
        createdAt: time,
        undoes: z.string().nullable(),
        undoneBy: z.string().nullable(),
        comments: z.array(
          z.object({
            id: z.string(),
            site: z.string(),
            author: z.string(),
            body: z.string(),
            from: z.enum(states),
            to: z.enum(states),
          }),
        ),
      }),
    ),
    nextCursor: z.string().nullable(),
  })
  .openapi('DecisionLog');
