import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { moveArticles } from '../../articles/move.ts';
import { sayWord } from '../../articles/word.ts';
import { type FieldError, Problem } from '../../problem.ts';
import { moderations, type Site } from '../../sites/site.ts';
import { findMovable } from '../../store/articles/moves.ts';
import { findShownArticle, type ShownArticle } from '../../store/articles/shown-article.ts';
import { findSite } from '../../store/sites.ts';
import { articlePage } from '../../web/owner/article-page.ts';
import type { Deps, Env } from '../deps.ts';
import { parseOrRefuse } from '../field-errors.ts';
import { readForm } from '../form.ts';
import { newRoutes } from '../routes.ts';
import { articleKey, optionalText, plainText, webAddress } from '../shapes.ts';
import { requireOwner } from './guard-owner.ts';

const done = z.enum(['said', 'moved', 'merged']).optional().catch(undefined);

const wordForm = z.object({
  title: plainText
    .max(300)
    .transform((title) => title.normalize('NFC').trim())
    .default(''),
  url: optionalText(webAddress),
});

const settingsForm = z.object({
  open: z.enum(['yes', 'no']),
  moderation: z.enum(['', ...moderations]).optional(),
});

const moveForm = z.object({ to: articleKey, alias: z.literal('yes').optional() });

/** One article: what it is called and by whom, what it takes, and where it may go. */
export function articlePageRoutes(deps: Deps) {
  const routes = newRoutes();
  const path = '/moderation/articles/:id{[0-9]{1,15}}';
  routes.get(path, async (context) => show(context, await readPlace(deps, context)));
  routes.post(`${path}/word`, async (context) => {
    const form = await readForm(context);
    return orShowAgain(deps, context, form, async ({ site, article }) => {
      const { title, url = '' } = parseOrRefuse(wordForm, form);
      await sayWord(deps, site, article.key, { title, url }, { by: context.get('moderator') });
      return `/moderation/articles/${article.id}?done=said`;
    });
  });
  routes.post(`${path}/settings`, async (context) => {
    const form = await readForm(context);
    return orShowAgain(deps, context, form, async ({ site, article }) => {
      const { open, moderation } = parseOrRefuse(settingsForm, form);
      const by = context.get('moderator');
      const chosen =
        by.role === 'owner' && moderation !== undefined ? { moderation: moderation || null } : {};
      await sayWord(deps, site, article.key, { open: open === 'yes', ...chosen }, { by });
      return `/moderation/articles/${article.id}?done=said`;
    });
  });
  routes.post(`${path}/move`, requireOwner, async (context) => {
    const form = await readForm(context);
    return orShowAgain(deps, context, form, async ({ site, article }) => {
      const { to, alias } = parseOrRefuse(moveForm, form);
      const mover = { site: site.id, by: context.get('moderator') };
      const move = { from: article.key, to, alias: alias === 'yes' };
      const { act, moved } = await moveArticles(deps, mover, [move]);
      const there = await findMovable(deps.database, site.id, to);
      const query = new URLSearchParams({ done: moved[0]?.merged ? 'merged' : 'moved', act: act ?? '' });
      return `/moderation/articles/${there?.id ?? article.id}?${query}`;
    });
  });
  return routes;
}

export function noSuchArticle(): Problem {
  return new Problem('not-found', {
    vi: 'Không có bài viết này trong các trang báo của bạn.',
    en: 'There is no such article on your sites.',
  });
}

interface Place {
  site: Site;
  article: ShownArticle;
}

async function readPlace(deps: Deps, context: Context<Env>): Promise<Place> {
  const { sites } = context.get('moderator');
  const article = await findShownArticle(deps.database, sites, Number(context.req.param('id')), deps.now());
  const site = article && (await findSite(deps.database, article.site));
  if (!site) throw noSuchArticle();
  return { site, article };
}

/** Does what the form asks for and goes on; the page with all that was typed where something in it is wrong. */
async function orShowAgain(
  deps: Deps,
  context: Context<Env>,
  form: Partial<Record<string, string>>,
  work: (place: Place) => Promise<string>,
) {
  const place = await readPlace(deps, context);
  try {
    return context.redirect(await work(place), 303);
  } catch (error) {
    if (!(error instanceof Problem) || error.kind !== 'invalid') throw error;
    return show(context, place, { form, errors: error.errors });
  }
}

function show(
  context: Context<Env>,
  { site, article }: Place,
  sent?: { form: Partial<Record<string, string>>; errors: readonly FieldError[] },
) {
  const { title, url } = article.said;
  const page = articlePage({
    moderator: context.get('moderator'),
    site,
    article,
    form: sent?.form ?? { title, url },
    errors: sent?.errors ?? [],
    done: done.parse(context.req.query('done')) ?? null,
    act: context.req.query('act') || null,
  });
  return context.html(page, sent ? 422 : 200);
}
