import { z } from '@hono/zod-openapi';
import { openArticles } from '../../articles/choose.ts';
import { siteId } from '../../sites/site.ts';
import { articleSorts, listArticles } from '../../store/articles/listed-articles.ts';
import { findMovable } from '../../store/articles/moves.ts';
import { articlesPage } from '../../web/owner/articles-page.ts';
import type { Deps } from '../deps.ts';
import { listSitesOf, sitesOf } from '../desk/moderator-sites.ts';
import { withoutEmpty } from '../desk/queue-page.ts';
import { parseOrRefuse } from '../field-errors.ts';
import { readFields } from '../form.ts';
import { newRoutes } from '../routes.ts';
import { articleKey, cursorQuery, plainText } from '../shapes.ts';
import { noSuchArticle } from './article.ts';

const articlesAtOnce = 50;

const articleQuery = z.object({
  site: siteId.optional(),
  q: plainText.max(200).optional(),
  sort: z.enum(articleSorts).catch('newest').default('newest'),
  cursor: cursorQuery,
});

const articlePlace = z.object({ site: siteId, key: articleKey });

/** Articles by their ids from the list, or one by its key from a comment. */
const openForm = z.object({
  article: z.array(z.coerce.number().int().min(1)).max(articlesAtOnce),
  place: articlePlace.optional(),
  open: z.enum(['yes', 'no']),
  back: z.string().max(1000).default(''),
  queue: z.string().max(2000).optional(),
});

/** The articles with comments, for every moderator: which they are, and whether they take more. */
export function articleRoutes(deps: Deps) {
  const routes = newRoutes();
  routes.get('/moderation/articles', async (context) => {
    const moderator = context.get('moderator');
    const asked = parseOrRefuse(articleQuery, withoutEmpty(context.req.query()));
    const query = { ...asked, sites: sitesOf(moderator, asked.site), limit: articlesAtOnce };
    const page = await listArticles(deps.database, query, deps.now());
    const sites = await listSitesOf(deps, moderator);
    return context.html(
      articlesPage({ moderator, sites, asked, articles: page.rows, nextCursor: page.nextCursor }),
    );
  });
  routes.get('/moderation/articles/at', async (context) => {
    const { site, key } = parseOrRefuse(articlePlace, context.req.query());
    return context.redirect(
      `/moderation/articles/${await idOf(deps, context.get('moderator').sites, site, key)}`,
      303,
    );
  });
  routes.post('/moderation/articles', async (context) => {
    const fields = await readFields(context);
    const { site, key, ...form } = Object.fromEntries(fields);
    const place = key === undefined ? undefined : { site, key };
    const sent = { ...form, article: fields.getAll('article'), place };
    const { article, open, back, queue, place: at } = parseOrRefuse(openForm, sent);
    const moderator = context.get('moderator');
    const { sites } = moderator;
    const ids = at ? [await idOf(deps, sites, at.site, at.key)] : article;
    if ((await openArticles(deps, moderator, ids, open === 'yes')) < ids.length) throw noSuchArticle();
    if (queue !== undefined) return context.redirect(`/moderation?${new URLSearchParams(queue)}`, 303);
    return context.redirect(`/moderation/articles?${new URLSearchParams(back)}`, 303);
  });
  return routes;
}

async function idOf(
  { database }: Deps,
  sites: readonly string[],
  site: string,
  key: string,
): Promise<number> {
  const article = sites.includes(site) ? await findMovable(database, site, key) : undefined;
  if (!article) throw noSuchArticle();
  return article.id;
}
