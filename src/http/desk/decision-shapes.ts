import { z } from '@hono/zod-openapi';
import { actions, states } from '../../comments/comment.ts';
import { optionalText, plainText, time } from '../shapes.ts';
import { queueFilter } from './queue-shapes.ts';

const reason = optionalText(plainText.trim().max(500)).openapi({
  description: 'The author of the comment reads it.',
});
const note = optionalText(plainText.trim().max(1000)).openapi({ description: 'For colleagues.' });
const versioned = z.object({ id: plainText.max(64), version: z.int().min(1) });

export const newDecision = z
  .object({
    action: z.enum(actions),
    comments: z.array(versioned).min(1).max(1000).optional(),
    filter: queueFilter.optional().openapi({ description: 'Instead of `comments`: all that match.' }),
    expected: z
      .int()
      .min(0)
      .optional()
      .openapi({ description: 'With `filter`: how many the moderator was told that match.' }),
    reason,
    note,
  })
  .refine(({ comments, filter }) => (comments === undefined) !== (filter === undefined), {
    path: ['comments'],
    params: { code: 'either' },
  })
  .refine(({ filter, expected }) => (filter === undefined) === (expected === undefined), {
    path: ['expected'],
    params: { code: 'required' },
  })
  .openapi('NewDecision');

/** A form of the desk: comments as `id:version`, one or many, or a filter as it stands in an address. */
export const decisionForm = z.object({
  action: z.enum(actions),
  comment: z
    .array(
      z
        .string()
        .regex(/^[^:]{1,64}:\d{1,9}$/)
        .transform((text) => {
          const [id = '', version = ''] = text.split(':');
          return { id, version: Number(version) };
        }),
    )
    .max(1000),
  filter: z.string().max(4000).optional(),
  expected: z.coerce.number().int().min(0).optional(),
  reason,
  note,
});

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
    conflicts: z
      .array(
        z.object({
          id: z.string(),
          state: z.enum(states),
          action: z.enum([...actions, 'undo', 'edit']).nullable(),
          by: z.string().nullable(),
          at: time.nullable(),
        }),
      )
      .optional()
      .openapi({ description: 'Who was faster, with what, and when: of the first hundred.' }),
  })
  .openapi('Decision');
