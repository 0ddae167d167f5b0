import { z } from 'zod';

/** What a judge is asked: a comment as all will read it, and never who sent it or from where. */
export const askedShape = z.strictObject({
  version: z
    .literal(1)
    .describe('It changes where a reader of the one before would no longer understand this.'),
  id: z.string().describe('The id that the comment has once it is taken, as in webhooks.'),
  site: z.string(),
  article: z.strictObject({ key: z.string(), title: z.string() }),
  author: z.string(),
  body: z.string(),
  parent: z
    .strictObject({ id: z.string(), author: z.string(), body: z.string() })
    .optional()
    .describe('The published comment that it answers.'),
});

export type Asked = z.infer<typeof askedShape>;
