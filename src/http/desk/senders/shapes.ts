import { z } from '@hono/zod-openapi';
import { siteId } from '../../../sites/site.ts';
import { longestBlockMs } from '../../../store/lifetimes.ts';
import { hourMs } from '../../../world/clock.ts';
import { asNamedToday } from '../../../world/networks.ts';
import { optionalText, plainText, time } from '../../shapes.ts';

/** A known reader, or up to three keyed hashes: an address, or the networks that it is in, the widest first. */
export const senderName = z
  .string()
  .max(160)
  .regex(/^(reader:[\w-]+|[\w-]+(\.[\w-]+){0,2})$/)
  .transform(asNamedToday)
  .openapi({
    type: 'string',
    description:
      'A keyed hash, as the queue tells it; dots part the networks of IPv6, and that of a known reader begins with `reader:`.',
  });

export const senderParam = z.object({ id: senderName });
export const siteQuery = z.object({ site: siteId });

export const noteText = plainText.trim().min(1).max(1000);
export const holdReason = optionalText(plainText.trim().max(300)).transform((reason) => reason ?? '');
const mostHours = z
  .number()
  .int()
  .max(longestBlockMs / hourMs);
const wide = z.boolean().default(false).openapi({
  description: 'Of IPv6 the whole /48 that the sender is in, and not their household alone.',
});

export const newNote = z.object({ text: noteText }).openapi('NewSenderNote');
export const newHold = z
  .object({ reason: plainText.trim().max(300).default(''), wide })
  .openapi('NewSenderHold');
export const newBlock = z
  .object({ comment: z.string().max(64), hours: mostHours.min(1), wide })
  .openapi('NewBlock');

export const act = z.string().nullable().openapi({
  description: 'To undo it: `DELETE /api/v1/acts/{id}`. Null where it was so already.',
});

export const senderNote = z
  .object({ id: z.string(), text: z.string(), by: z.string(), at: time })
  .openapi('SenderNote');
export const heldSender = z
  .object({ by: z.string(), reason: z.string(), at: time })
  .nullable()
  .openapi({ description: 'Who said that all of this sender waits for a moderator, and why.' });

/** Who sent a comment, beside it. */
export const queuedSender = z
  .object({
    id: z.string(),
    published: z.number(),
    rejected: z.number(),
    spam: z.number(),
    since: time.nullable(),
    blockedUntil: time.nullable(),
    held: heldSender,
    notes: z.array(senderNote),
  })
  .openapi({
    description:
      'What else came from the same address or known reader, of the latest fifty; `id` is empty once that was erased.',
  });

export const knownSender = z
  .object({
    id: z.string(),
    site: z.string(),
    counts: z.object({
      pending: z.number().int(),
      published: z.number().int(),
      rejected: z.number().int(),
      spam: z.number().int(),
    }),
    names: z.array(z.string()).openapi({ description: 'What they called themselves, the latest first.' }),
    since: time.nullable(),
    blockedUntil: time.nullable(),
    held: heldSender,
    notes: z.array(senderNote),
    latest: z.string().nullable().openapi({ description: 'The last comment from there.' }),
  })
  .openapi('Sender');

export const block = z
  .object({
    site: z.string(),
    sender: z.string(),
    by: z.string(),
    wide: z.boolean(),
    createdAt: time,
    expiresAt: time,
    last: z.object({ id: z.string(), author: z.string() }).nullable().openapi({
      description: 'The last comment from there that is not erased.',
    }),
  })
  .openapi('Block');

/** The fields of a form: the hours are written out, since nothing at all would read as the 0 that ends a block. */
export const blockForm = z.object({
  hours: z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .pipe(mostHours),
  wide: z.literal('yes').optional(),
});
export const holdForm = z.object({
  do: z.enum(['hold', 'release']),
  reason: holdReason,
  wide: z.literal('yes').optional(),
});
export const noteForm = z.object({ note: noteText });
