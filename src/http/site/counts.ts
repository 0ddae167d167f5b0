import { createRoute, z } from '@hono/zod-openapi';
import { etag } from 'hono/etag';
import { canonicalKey, keyOfUrl } from '../../articles/key.ts';
import { countPublished } from '../../store/articles/counts.ts';
import type { Deps } from '../deps.ts';
import { jsonAnswer, newRoutes, problems } from '../routes.ts';
import { articleKey, plainText, siteParam } from '../shapes.ts';

const most = 100;
const asked = z.string().refine((key) => articleKey.safeParse(key).success);
/** Whatever a link says: one wrong among many costs the others nothing. */
const askedPath = plainText.max(2048);

const listOf = (one: z.ZodType<string, string>) =>
  z
    .union([one.transform((value) => [value]), z.array(one).min(1).max(most)])
    .default([])
    .openapi({ type: 'array', items: { type: 'string' }, maxItems: most });

const counts = createRoute({
  method: 'get',
  path: '/api/v1/sites/{site}/counts',
  tags: ['Readers'],
  summary: 'How many published comments some articles have',
  middleware: [etag({ weak: true })] as const,
  request: {
    params: siteParam,
    query: z
      .object({
        article: listOf(asked),
        path: listOf(askedPath).openapi({
          description: 'Paths of pages, each with its query: of them keys are made as for a frame there.',
        }),
      })
      .check(({ value: { article, path }, issues }) => {
        const count = article.length + path.length;
        if (count === 0)
          issues.push({ code: 'invalid_type', expected: 'array', input: undefined, path: ['article'] });
        else if (count > most)
          issues.push({ code: 'too_big', maximum: most, origin: 'array', input: article, path: ['article'] });
      }),
  },
  responses: {
    200: jsonAnswer(
      'By the keys and paths as they were asked',
      z.object({ counts: z.record(z.string(), z.number().int()) }),
    ),
    ...problems,
  },
});

/** What a front page shows beside its headlines, asked for all of them at once. */
export function countRoutes(deps: Deps) {
  return newRoutes().openapi(counts, async (context) => {
    const { article, path } = context.req.valid('query');
    const site = context.get('site');
    const keys = [...article.map(canonicalKey), ...path.map((one) => keyOfPath(one, site['article-query']))];
    const numbers = await countPublished(deps.database, site.id, keys);
    context.header('Cache-Control', 'public, max-age=5, s-maxage=5');
    const counted = [...article, ...path].map((name, at) => [name, numbers[at] ?? 0]);
    return context.json({ counts: Object.fromEntries(counted) }, 200);
  });
}

function keyOfPath(path: string, parameters: readonly string[]): string {
  return keyOfUrl(`http://site.invalid/${path}`, parameters);
}
