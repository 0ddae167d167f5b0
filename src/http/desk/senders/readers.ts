import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { type KnownReaderOfSite, listReaders, readerStandings } from '../../../readers/known.ts';
import { siteId } from '../../../sites/site.ts';
import { readersPage } from '../../../web/queue/sender/readers-page.ts';
import type { Deps, Env } from '../../deps.ts';
import { parseOrRefuse } from '../../field-errors.ts';
import { isoTime, jsonAnswer, moderatorsOnly, newRoutes, problems } from '../../routes.ts';
import { cursorQuery, limitQuery, optionalText, plainText, time } from '../../shapes.ts';
import { listSitesOf, noSuchSite } from '../moderator-sites.ts';
import { withoutEmpty } from '../queue-page.ts';

const name = optionalText(plainText.trim().max(80)).openapi({
  description: 'Beginnings of words of the name: with marks as written, without marks in any way.',
});

const readersQuery = z.object({
  site: siteId,
  q: name,
  limit: limitQuery.default(50),
  cursor: cursorQuery,
});

const knownReader = z
  .object({
    id: z.string().openapi({ description: 'The sender, as `GET /api/v1/senders/{id}` takes it.' }),
    name: z.string().openapi({ description: 'What they called themselves last.' }),
    standing: z.enum(readerStandings).openapi({
      description:
        'What counts most: blocked, held, trust lost by a refusal, trusted, or new: with too few published comments.',
    }),
    counts: z.object({
      published: z.number().int(),
      refused: z.number().int(),
      waiting: z.number().int(),
    }),
    firstAt: time,
    lastAt: time,
  })
  .openapi('KnownReader');

const list = createRoute({
  ...{ method: 'get', path: '/api/v1/readers', tags: ['Moderators'], security: moderatorsOnly },
  summary:
    'The readers whom a site vouches for, as long as a trace of them is kept; the last who wrote first',
  request: { query: readersQuery },
  responses: {
    200: jsonAnswer(
      'A page of them; one that was searched for by name may have none and go on',
      z
        .object({ readers: z.array(knownReader), nextCursor: z.string().nullable() })
        .openapi('KnownReadersPage'),
    ),
    ...problems,
  },
});

/** The known readers of a site, as a page and for programs. */
export function knownReaderRoutes(deps: Deps) {
  const routes = newRoutes().openapi(list, async (context) => {
    const { site: id, ...asked } = context.req.valid('query');
    const site = (await listSitesOf(deps, context.get('moderator'))).find((one) => one.id === id);
    if (!site) throw noSuchSite();
    const { rows, nextCursor } = await listReaders(deps, site, asked);
    return context.json({ readers: rows.map(toJson), nextCursor }, 200);
  });
  routes.get('/moderation/readers', (context) => showReaders(deps, context));
  return routes;
}

function toJson({ sender: id, author, firstAt, lastAt, ...reader }: KnownReaderOfSite) {
  return { id, name: author, ...reader, firstAt: isoTime(firstAt), lastAt: isoTime(lastAt) };
}

const pageQuery = readersQuery.extend({ site: siteId.optional() });

/** Of the site that is asked for, else of one that says who its readers are, where there is one. */
async function showReaders(deps: Deps, context: Context<Env>) {
  const moderator = context.get('moderator');
  const { site: id, ...asked } = parseOrRefuse(pageQuery, withoutEmpty(context.req.query()));
  const sites = await listSitesOf(deps, moderator);
  const usual = sites.find(({ identity }) => identity !== 'off') ?? sites[0];
  const site = id === undefined ? usual : sites.find((one) => one.id === id);
  if (!site) throw noSuchSite();
  const { rows: readers, nextCursor } = await listReaders(deps, site, asked);
  const continued = asked.cursor !== undefined;
  return context.html(
    readersPage({ ...{ moderator, sites, site, q: asked.q }, readers, nextCursor, continued }),
  );
}
