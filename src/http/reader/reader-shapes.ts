import { z } from '@hono/zod-openapi';
import type { Puzzle, Solved } from '../../captcha/work.ts';
import { composeText, countCharacters, states } from '../../comments/comment.ts';
import { reportReasons } from '../../comments/report.ts';
import { isVisible } from '../../language/visible.ts';
import { readerEmail, readerName } from '../../readers/name.ts';
import { articleKey, challengeId, optionalText, plainText, time, webAddress } from '../shapes.ts';

const visibleText = plainText.refine(isVisible, { params: { code: 'required' } });

/** Composed as a comment is, and no longer than so many characters as a person counts them. */
function shortText(text: z.ZodType<string>, most: number) {
  return text
    .transform(composeText)
    .check(({ value, issues }) => {
      if (countCharacters(value) <= most) return;
      issues.push({ code: 'too_big', origin: 'string', maximum: most, input: value });
    })
    .openapi({ type: 'string', maxLength: most });
}

/** What stands beside the known parameters is flat: it is written as JSON again, and that has a limit in depth. */
const parameter = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const puzzle = z
  .object({
    parameters: z
      .object({
        algorithm: z.string(),
        nonce: z.string(),
        salt: z.string(),
        cost: z.number(),
        keyLength: z.number(),
        keyPrefix: z.string(),
      })
      .catchall(z.union([parameter, z.record(z.string(), parameter)])),
    signature: z.string(),
  })
  .openapi('Puzzle', {
    description: 'A challenge of ALTCHA, version 2, as altcha-lib solves it.',
  }) as unknown as z.ZodType<Puzzle>;

/** The payload of an ALTCHA solver. */
export const workDone: z.ZodType<Solved> = z.object({
  challenge: puzzle,
  solution: z.object({ counter: z.number(), derivedKey: z.string(), time: z.number().default(0) }),
});

/** Said of a field as if nothing had been given for it. */
function missing(field: string) {
  return { code: 'invalid_type' as const, expected: 'string' as const, input: undefined, path: [field] };
}

export const newComment = z.object({
  article: z
    .object({
      key: articleKey.optional().openapi({ description: 'Made from `url` where it is not given.' }),
      title: optionalText(plainText.max(300)),
      url: optionalText(webAddress),
    })
    .check(({ value: { key, url }, issues }) => {
      if (key === undefined && url === undefined) issues.push(missing('key'));
    }),
  author: readerName,
  email: optionalText(readerEmail).openapi({ description: 'Never shown.' }),
  body: visibleText.openapi({ description: 'Plain text, as long as the site allows.' }),
  parentId: optionalText(plainText.max(64)).openapi({
    description: 'The published comment that this one answers.',
  }),
  challenge: z
    .object({
      id: challengeId,
      answer: plainText.max(64).optional(),
      proofOfWork: workDone.optional(),
    })
    .optional()
    .openapi({
      description:
        'Met by the `answer` to the picture, or by `proofOfWork`; by both where it says `pictureBesides`.',
    }),
  consent: z.boolean().optional().openapi({
    description: 'Whether the reader agrees to the site’s notice: needed where the site asks.',
  }),
  notice: optionalText(plainText.max(64)).openapi({
    description: 'The version of the notice that the reader saw: where it is told, no other is agreed to.',
  }),
  notify: z.boolean().optional().openapi({
    description: 'Whether to be told by mail what becomes of it, and who answers; where mail is set up.',
  }),
});

/** As it is described: whoever has an identity is called as that says, whatever is typed. */
export const sentComment = newComment
  .extend({
    author: readerName.optional().openapi({
      description: 'Needed of who comes without an identity; else it is the name that the identity says.',
    }),
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
    proofOfWork: puzzle.optional().openapi({
      description: 'Puzzles, all of which are to be solved; absent where the site takes the picture only.',
    }),
    pictureBesides: z.boolean().optional().openapi({
      description:
        'Whether the picture is to be answered besides the puzzle, whose solution is not enough then.',
    }),
  })
  .openapi('Challenge');

export const submitted = z
  .object({ id: z.string(), state: z.enum(['pending', 'published']), receipt: z.string() })
  .openapi('Submitted');

export const newReport = z
  .object({
    reason: z.enum(reportReasons),
    details: optionalText(shortText(plainText, 500)).openapi({ description: 'For the moderators.' }),
  })
  .openapi('NewReport');

export const reported = z.object({ reported: z.literal(true) }).openapi('Reported');

export const newAppeal = z.object({ text: shortText(visibleText, 1000) }).openapi('NewAppeal');

export const appealed = z.object({ id: z.string(), state: z.literal('pending') }).openapi('Appealed');

export const standing = z
  .object({
    id: z.string(),
    state: z.enum(states),
    reason: z.string().optional(),
    edited: z.object({ body: z.string(), original: z.string() }).optional().openapi({
      description: 'The text as it stands, and as it was sent, where a moderator has changed it.',
    }),
    erased: z.boolean().optional().openapi({ description: 'Where its author has erased it for good.' }),
    appealedAt: time.optional(),
    createdAt: time,
  })
  .openapi('Standing');

const ownComment = z.object({
  id: z.string(),
  state: z.enum(states),
  parentId: z.string().nullable(),
  author: z.string(),
  body: z.string(),
  createdAt: time,
  article: z.object({ key: z.string(), title: z.string() }),
});

export const ownComments = z.object({ comments: z.array(ownComment) }).openapi('OwnComments');

export const ownPage = z
  .object({
    comments: z.array(
      ownComment.extend({
        reason: z.string().optional().openapi({ description: 'Where a moderator gave one.' }),
        receipt: z.string(),
      }),
    ),
    nextCursor: z.string().nullable(),
  })
  .openapi('OwnPage');
