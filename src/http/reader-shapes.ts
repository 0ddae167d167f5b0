import { z } from '@hono/zod-openapi';
import type { WorkChallenge, WorkDone } from '../captcha/work.ts';
import { states } from '../comments/comment.ts';
import { articleKey, optionalText, plainText, time } from './shapes.ts';

/** Text of which a reader sees something. */
const visibleText = plainText
  .trim()
  .refine((text) => /[^\p{Cc}\p{Cf}\p{Z}\p{M}]/u.test(text), { params: { code: 'required' } });

const workChallenge = z
  .object({
    parameters: z.looseObject({
      algorithm: z.string(),
      nonce: z.string(),
      salt: z.string(),
      cost: z.number(),
      keyLength: z.number(),
      keyPrefix: z.string(),
    }),
    signature: z.string(),
  })
  .openapi('WorkChallenge', {
    description: 'A challenge of ALTCHA, version 2, as altcha-lib solves it.',
  }) as unknown as z.ZodType<WorkChallenge>;

/** The payload of an ALTCHA solver. */
export const workDone: z.ZodType<WorkDone> = z.object({
  challenge: workChallenge,
  solution: z.object({ counter: z.number(), derivedKey: z.string(), time: z.number().default(0) }),
});

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
    challenge: z
      .object({
        id: plainText.max(64),
        answer: plainText.max(64).optional(),
        proofOfWork: workDone.optional(),
      })
      .optional()
      .openapi({ description: 'Met by the `answer` to the picture, or by `proofOfWork`.' }),
  })
  .openapi('NewComment');

export const challengeAnswer = z
  .object({
    id: z.string(),
    expiresAt: time,
    image: z.object({ contentType: z.string(), data: z.base64(), width: z.number(), height: z.number() }),
    audio: z.object({ contentType: z.string(), url: z.url() }).optional().openapi({
      description: 'The characters spoken; absent where the site takes the picture only.',
    }),
    proofOfWork: workChallenge.optional(),
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
