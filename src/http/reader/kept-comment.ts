import { z } from '@hono/zod-openapi';
import { states } from '../../comments/comment.ts';
import { time } from '../shapes.ts';

const stands = z.object({ at: time });

/** The copy of all that is kept of a comment and of its author. */
export const keptComment = z
  .object({
    id: z.string(),
    site: z.string(),
    article: z.object({ key: z.string(), title: z.string(), url: z.string() }),
    parentId: z.string().nullable(),
    state: z.enum(states),
    author: z.string(),
    email: z.string().nullable(),
    body: z.string(),
    createdAt: time,
    sender: z.string().openapi({ description: 'A keyed hash of the address; empty once it was erased.' }),
    reason: z.string().nullable(),
    appeal: z.object({ text: z.string(), at: time }).nullable(),
    consent: z
      .object({
        at: time,
        version: z.string(),
        text: z.string(),
        privacyUrl: z.string(),
        agreement: z.string(),
      })
      .nullable()
      .openapi({ description: 'The notice that its author agreed to, where they were asked.' }),
    notify: z.boolean().openapi({ description: 'Whether they are told by mail what becomes of it.' }),
    edits: z.array(z.object({ author: z.string(), body: z.string(), at: time })).openapi({
      description: 'What stood there before each change by a moderator.',
    }),
    reports: z.number().int().openapi({ description: 'How many readers reported it.' }),
    likes: z.number().int().openapi({ description: 'How many readers like it.' }),
    badge: z.string().nullable().openapi({ description: 'What the site says whose voice it is.' }),
    trusted: z
      .boolean()
      .openapi({ description: 'Whether it was published at once since its author is trusted.' }),
    decisions: z.array(stands.extend({ action: z.string(), reason: z.string().nullable() })),
    pickedAt: time.nullable(),
    takenBackAt: time.nullable().openapi({
      description: 'When its author took it back, where moderators keep it since readers reported it.',
    }),
    broughtFrom: z.object({ system: z.string(), id: z.string() }).nullable().openapi({
      description: 'The system that it was brought in from.',
    }),
    letters: z.array(stands.extend({ kind: z.string(), status: z.string() })),
    mailbox: z
      .object({
        askedAt: time.nullable(),
        refusedAt: time.nullable(),
        answer: stands.extend({ said: z.string() }).nullable(),
      })
      .nullable()
      .openapi({ description: 'What was asked and said at the e-mail address.' }),
    reader: z
      .object({
        name: z.string(),
        lastAt: time,
        likes: z.array(stands.extend({ comment: z.string() })),
        reports: z.array(stands.extend({ comment: z.string(), reason: z.string(), details: z.string() })),
      })
      .nullable()
      .openapi({ description: 'Of a reader whom the site vouches for, what hangs on who they are.' }),
    leftOut: z.array(z.object({ what: z.string(), why: z.string() })).openapi({
      description: 'What is kept and is not here, and why.',
    }),
  })
  .openapi('KeptComment');
