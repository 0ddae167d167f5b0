import { z } from '@hono/zod-openapi';
import { moderations } from '../../sites/site.ts';
import { articleKey, optionalText, plainText, time, webAddress } from '../shapes.ts';

const moderation = z.enum(moderations);

export const articleWord = z
  .object({
    key: articleKey.optional().openapi({ description: 'Made from `url` where it is not given.' }),
    url: optionalText(webAddress),
    title: plainText
      .max(300)
      .nullable()
      .transform((title) => title?.normalize('NFC').trim() ?? '')
      .optional()
      .openapi({
        description: 'Empty or null takes the word back: then its comments say what it is called.',
      }),
    open: z.boolean().optional(),
    moderation: moderation.nullish().openapi({ description: 'Null is to be moderated as the site is.' }),
  })
  .check(({ value: { key, url }, issues }) => {
    if (key === undefined && url === undefined)
      issues.push({ code: 'invalid_type', expected: 'string', input: undefined, path: ['key'] });
  })
  .openapi('ArticleWord');

export const siteArticle = z
  .object({
    key: z.string(),
    title: z.string().nullable(),
    url: z.string().nullable(),
    open: z.boolean(),
    moderation,
    count: z.number().int().openapi({ description: 'Published comments.' }),
  })
  .openapi('SiteArticle');

export const listedArticle = siteArticle.extend({
  counts: z.object({
    pending: z.number().int(),
    published: z.number().int(),
    rejected: z.number().int(),
    spam: z.number().int(),
    withdrawn: z.number().int(),
  }),
  createdAt: time,
});

export const moveList = z
  .object({
    moves: z
      .array(
        z.object({
          from: articleKey,
          to: articleKey,
          alias: z.boolean().default(false).openapi({
            description: 'Whether whoever comes by the old key is led on to the new one.',
          }),
        }),
      )
      .min(1)
      .max(1000),
    dryRun: z.boolean().default(false).openapi({ description: 'Tells what would be, and moves nothing.' }),
  })
  .openapi('Moves');

export const moveReport = z
  .object({
    act: z.string().nullable().openapi({ description: 'What undoes all of it by its id.' }),
    moved: z.array(
      z.object({ from: z.string(), to: z.string(), comments: z.number().int(), merged: z.boolean() }),
    ),
    missing: z.array(z.string()),
  })
  .openapi('MoveReport');
