import { z } from '@hono/zod-openapi';
import { articleKey, cursorQuery, plainText } from './shapes.ts';

/** What the host page says beside the article's key never breaks its page: what is wrong is left out. */
const hostText = plainText.max(300).catch('').default('');
const hostUrl = z
  .url({ protocol: /^https?$/ })
  .max(2048)
  .catch('')
  .default('');

export const frameQuery = z.object({
  article: articleKey,
  title: hostText,
  url: hostUrl,
  sort: z.enum(['newest', 'oldest']).catch('newest').default('newest'),
  cursor: cursorQuery.transform((cursor) => cursor || undefined),
  parent: z.string().max(64).optional(),
  sent: z.string().max(200).optional(),
});

/** The form of the frame. What was typed is judged later, so that a mistake comes back beside its field. */
export const frameFields = frameQuery.extend({
  do: z.enum(['send', 'reset-captcha']).catch('send').default('send'),
  author: z.string().default(''),
  email: z.string().default(''),
  body: z.string().default(''),
  challenge: z.string().max(64).optional(),
  answer: z.string().default(''),
  key: z
    .string()
    .regex(/^[\x21-\x7e]{1,255}$/)
    .optional()
    .catch(undefined),
});

/** The form's fields as the JSON route takes them, to be judged by the same description. */
export function toNewComment(fields: z.infer<typeof frameFields>): unknown {
  const { article: key, title, url, author, email, body, parent, challenge, answer } = fields;
  return {
    article: { key, title, url },
    author,
    email: email.trim(),
    body,
    parentId: parent,
    challenge: challenge === undefined ? undefined : { id: challenge, answer },
  };
}
