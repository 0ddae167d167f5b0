import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { Problem } from '../../problem.ts';
import { countTaught } from '../../screening/lessons.ts';
import { measureQuality } from '../../screening/quality.ts';
import { type Trial, tryWords } from '../../screening/trial.ts';
import type { Site } from '../../sites/site.ts';
import { readSiteWords, type WordChoice, writeSiteWords } from '../../store/filter/site-words.ts';
import { filterPage } from '../../web/desk/filter-page.ts';
import type { Deps, Env } from '../deps.ts';
import { parseOrRefuse } from '../field-errors.ts';
import { readForm } from '../form.ts';
import { newRoutes } from '../routes.ts';
import { plainText } from '../shapes.ts';
import { listSitesOf, noSuchSite, sitesOf } from './moderator-sites.ts';

const mostWords = 1000;

/** A word or phrase on each line. */
const wordList = z
  .string()
  .default('')
  .transform((text) => [
    ...new Set(text.split('\n').map((line) => line.normalize('NFC').toLowerCase().trim())),
  ])
  .transform((words) => words.filter((word) => word !== ''))
  .pipe(z.array(plainText.max(64)).max(mostWords));

const wordsForm = z.object({
  site: z.string(),
  held: wordList,
  passed: wordList,
  do: z.enum(['try', 'save']),
});

/** How a site tunes its filter, and what the filter has been worth there. */
export function filterRoutes(deps: Deps) {
  const routes = newRoutes();
  routes.get('/moderation/filter', async (context) => {
    const site = await chooseSite(deps, context, context.req.query('site'));
    return showFilter(deps, context, site, await readSiteWords(deps.database, site.id));
  });
  routes.post('/moderation/filter', async (context) => {
    const given = parseOrRefuse(wordsForm, await readForm(context));
    const site = await chooseSite(deps, context, given.site);
    refuseBoth(given);
    if (given.do === 'try') {
      return showFilter(deps, context, site, given, await tryWords(deps, site, given));
    }
    requireOwner(context);
    await writeSiteWords(deps.database, site.id, given, deps.now());
    return context.redirect(
      `/moderation/filter?${new URLSearchParams({ site: site.id, saved: 'yes' })}`,
      303,
    );
  });
  return routes;
}

async function showFilter(
  deps: Deps,
  context: Context<Env>,
  site: Site,
  words: WordChoice,
  trial: Trial | null = null,
) {
  const moderator = context.get('moderator');
  return context.html(
    filterPage({
      moderator,
      site,
      sites: await listSitesOf(deps, moderator),
      words,
      trial,
      saved: context.req.query('saved') === 'yes',
      lessons: await countTaught(deps, site),
      quality: await measureQuality(deps, site),
    }),
  );
}

/** The site asked about, or the first of the moderator's. */
async function chooseSite(deps: Deps, context: Context<Env>, id: string | undefined): Promise<Site> {
  const moderator = context.get('moderator');
  const [chosen] = sitesOf(moderator, id || undefined);
  const site = (await listSitesOf(deps, moderator)).find((one) => one.id === chosen);
  if (!site) throw noSuchSite();
  return site;
}

function requireOwner(context: Context<Env>): void {
  if (context.get('moderator').role === 'owner') return;
  throw new Problem('forbidden', {
    vi: 'Chỉ chủ tài khoản mới được lưu thay đổi này.',
    en: 'Only an owner may save this.',
  });
}

function refuseBoth({ held, passed }: WordChoice): void {
  const both = held.find((word) => passed.includes(word));
  if (both === undefined) return;
  throw new Problem('invalid', {
    vi: `“${both}” vừa bị giữ vừa được cho qua.`,
    en: `“${both}” is both held and let pass.`,
  });
}
