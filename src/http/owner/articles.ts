import { z } from '@hono/zod-openapi';
import { Problem } from '../../problem.ts';
import { siteId } from '../../sites/site.ts';
import { listArticles, setArticleOpen } from '../../store/articles/listed-articles.ts';
import { articlesPage } from '../../web/owner/articles-page.ts';
import type { Deps } from '../deps.ts';
import { listSitesOf, sitesOf } from '../desk/moderator-sites.ts';
import { withoutEmpty } from '../desk/queue-page.ts';
import { parseOrRefuse } from '../field-errors.ts';
import { readForm } from '../form.ts';
import { newRoutes } from '../routes.ts';
import { cursorQuery, plainText } from '../shapes.ts';

const articlesAtOnce = 50;

const articleQuery = z.object({
  site: siteId.optional(),
  q: plainText.max(200).optional(),
  cursor: cursorQuery,
});

const articleForm = z.object({
  article: z.coerce.number().int().min(1),
  open: z.enum(['yes', 'no']),
  back: z.string().max(1000).default(''),
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
  routes.post('/moderation/articles', async (context) => {
    const { article, open, back } = parseOrRefuse(articleForm, await readForm(context));
    const { sites } = context.get('moderator');
    if (!(await setArticleOpen(deps.database, sites, article, open === 'yes'))) throw noSuchArticle();
    return context.redirect(`/moderation/articles?${new URLSearchParams(back)}`, 303);
  });
  return routes;
}

function noSuchArticle(): Problem {
  return new Problem('not-found', {
    vi: 'Không có bài viết này trong các trang báo của bạn.',
    en: 'There is no such article on your sites.',
  });
}
