import { z } from '@hono/zod-openapi';
import { badges, type PublicComment } from '../../comments/comment.ts';
import { isoTime } from '../routes.ts';
import { time } from '../shapes.ts';

const publicArticle = z.object({
  key: z.string(),
  title: z.string().nullable(),
  url: z.string().nullable(),
  open: z.boolean(),
  count: z.number().int(),
});

export const publicComment = z
  .object({
    id: z.string(),
    parentId: z.string().nullable(),
    author: z.string(),
    body: z.string(),
    createdAt: time,
    badge: z.enum(badges).nullable().openapi({
      description: 'Whose voice it is, where it is not just any reader’s.',
    }),
    likes: z.number().int(),
    pick: z.boolean().openapi({ description: 'Whether the newsroom put it above the others.' }),
    replyCount: z.number().int().openapi({
      description: 'Published replies: where it begins a branch all of it, else those to itself.',
    }),
    parent: z
      .union([z.object({ id: z.string(), author: z.string() }), z.object({ gone: z.literal(true) })])
      .nullable()
      .openapi({ description: 'What it answers; `gone` where that is no longer public.' }),
  })
  .openapi('Comment');

export const publicReplies = z
  .object({ comments: z.array(publicComment), nextCursor: z.string().nullable() })
  .openapi('Replies');

export const publicThread = z
  .object({
    article: publicArticle,
    comments: z.array(
      publicComment.extend({
        replies: publicReplies.optional().openapi({
          description: 'With `view=threads`: the first three, the oldest first.',
        }),
      }),
    ),
    picks: z.array(publicComment).optional().openapi({
      description: 'What the newsroom put above the others, at most five: on the first page.',
    }),
    nextCursor: z.string().nullable(),
  })
  .openapi('Thread');

export const publicCommentWithArticle = publicComment
  .extend({ article: publicArticle })
  .openapi('OneComment');

export function toJson(comment: PublicComment) {
  return { ...comment, createdAt: isoTime(comment.createdAt) };
}
