import { z } from '@hono/zod-openapi';
import { actions, states } from '../comments/comment.ts';
import { siteId } from '../sites/site.ts';

/**
 * Text that can be stored and shown: no NUL, no half of a surrogate pair, and no more marks on one letter than
 * the Unicode stream-safe format allows (UAX #15), since composing a longer run takes quadratic time.
 */
export const plainText = z
  .string()
  .refine((text) => text.isWellFormed() && !/\0|\p{M}{31}/u.test(text), { params: { code: 'not-text' } });

/** Text of which a reader sees something. */
const visibleText = plainText
  .trim()
  .refine((text) => /[^\p{Cc}\p{Cf}\p{Z}\p{M}]/u.test(text), { params: { code: 'required' } });

/** Empty means not given, as a form sends it. */
const optionalText = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((given) => (given === '' || given === null ? undefined : given), schema.optional());

export const articleKey = plainText.min(1).max(512);

export const newComment = z
  .object({
    article: z.object({
      key: articleKey,
      title: optionalText(plainText.max(300)),
      url: optionalText(z.url({ protocol: /^https?$/ }).max(2048)),
    }),
    author: visibleText.max(80),
    email: optionalText(z.email().max(254)).openapi({ description: 'Never shown.' }),
    body: visibleText.openapi({ description: 'Plain text, as long as the site allows.' }),
    parentId: optionalText(plainText.max(64)).openapi({
      description: 'The published comment that this one answers.',
    }),
    challenge: z.object({ id: plainText.max(64), answer: plainText.max(64) }).optional(),
  })
  .openapi('NewComment');

export const siteParam = z.object({ site: z.string().openapi({ example: 'demo' }) });
export const limitQuery = z.coerce.number().int().min(1).max(100);
export const cursorQuery = z.string().max(200).optional();

const time = z.iso.datetime().openapi({ example: '2026-02-08T07:30:00.000Z' });

export const challengeAnswer = z
  .object({
    id: z.string(),
    expiresAt: time,
    image: z.object({ contentType: z.string(), data: z.base64(), width: z.number(), height: z.number() }),
  })
  .openapi('Challenge');

export const publicThread = z
  .object({
    article: z.object({
      key: z.string(),
      title: z.string().nullable(),
      url: z.string().nullable(),
      open: z.boolean(),
      count: z.number().int(),
    }),
    comments: z.array(
      z.object({
        id: z.string(),
        parentId: z.string().nullable(),
        author: z.string(),
        body: z.string(),
        createdAt: time,
      }),
    ),
    nextCursor: z.string().nullable(),
  })
  .openapi('Thread');

export const submitted = z
  .object({ id: z.string(), state: z.enum(['pending', 'published']), receipt: z.string() })
  .openapi('Submitted');

export const standing = z
  .object({ id: z.string(), state: z.enum(states), reason: z.string().optional(), createdAt: time })
  .openapi('Standing');

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

export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    errors: z.array(z.object({ field: z.string(), code: z.string(), message: z.string() })).optional(),
  })
  .openapi('Problem');
