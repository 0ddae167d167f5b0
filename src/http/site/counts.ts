import { createRoute, z } from '@hono/zod-openapi';
import { etag } from 'hono/etag';
import { canonicalKey } from '../../articles/key.ts';
import { countPublished } from '../../store/articles/counts.ts';
import type { Deps } from '../deps.ts';
import { jsonAnswer, newRoutes, problems } from '../routes.ts';
import { articleKey, siteParam } from '../shapes.ts';

const most = 100;
const asked = z.string().refine((key) => articleKey.safeParse(key).success);

const counts = createRoute({
  method: 'get',
  path: '/api/v1/sites/{site}/counts',
  tags: ['Readers'],
  summary: 'How many published comments some articles have',
  middleware: [etag({ weak: true })] as const,
  request: {
    params: siteParam,
    query: z.object({
      article: z
        .union([asked.transform((key) => [key]), z.array(asked).min(1).max(most)])
        .openapi({ type: 'array', items: { type: 'string' }, minItems: 1, maxItems: most }),
    }),
  },
  responses: {
    200: jsonAnswer(
      'By the keys as they were asked',
      z.object({ counts: z.record(z.string(), z.number().int()) }),
    ),
    ...problems,
  },
});

/** What a front page shows beside its headlines, asked for all of them at once. */
export function countRoutes(deps: Deps) {
  return newRoutes().openapi(counts, async (context) => {
    const { article: keys } = context.req.valid('query');
    const numbers = await countPublished(deps.database, context.get('site').id, keys.map(canonicalKey));
    context.header('Cache-Control', 'public, max-age=5, s-maxage=5');
    return context.json({ counts: Object.fromEntries(keys.map((key, at) => [key, numbers[at] ?? 0])) }, 200);
  });
}
