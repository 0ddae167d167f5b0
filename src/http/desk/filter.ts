import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Sentence } from '../../language/language.ts';
import { Problem } from '../../problem.ts';
import { measureJudge } from '../../screening/judge/worth.ts';
import { standingFor } from '../../screening/own-model.ts';
import { measureQuality } from '../../screening/quality.ts';
import { type Trial, tryWords } from '../../screening/trial.ts';
import type { Site } from '../../sites/site.ts';
import { actBy } from '../../store/acts/record.ts';
import { changeSiteWords, readSiteWords, type WordChoice } from '../../store/filter/site-words.ts';
import { filterPage } from '../../web/desk/filter-page.ts';
import { logSecurity } from '../../world/security-log.ts';
import type { Deps, Env } from '../deps.ts';
import { fieldErrors } from '../field-errors.ts';
import { readForm } from '../form.ts';
import { statusOf } from '../problems.ts';
import { newRoutes } from '../routes.ts';
import { plainText } from '../shapes.ts';
import { listSitesOf, noSuchSite, sitesOf } from './moderator-sites.ts';
import { changedWords, marksOf } from './word-changes.ts';

const mostWords = 1000;

/** A word or phrase on each line. */
const wordList = z
  .string()
  .default('')
  .transform(wordsOf)
  .pipe(z.array(plainText.max(64)).max(mostWords));

function wordsOf(text = ''): string[] {
  const lines = text.split('\n').map((line) => line.normalize('NFC').toLowerCase().trim());
  return [...new Set(lines)].filter((word) => word !== '');
}

const wordsForm = z.object({
  site: z.string(),
  held: wordList,
  passed: wordList,
  do: z.enum(['try', 'save']),
});

type Form = Partial<Record<string, string>>;

/** How a site tunes its filter, and what the filter has been worth there. */
export function filterRoutes(deps: Deps) {
  const routes = newRoutes();
  routes.get('/moderation/filter', async (context) => {
    const site = await chooseSite(deps, context, context.req.query('site'));
    const words = await readSiteWords(deps.database, site.id);
    return showFilter(deps, context, site, { words, shown: marksOf(words) });
  });
  routes.post('/moderation/filter', async (context) => {
    const form = await readForm(context);
    const site = await chooseSite(deps, context, form.site);
    const { data: given, error } = wordsForm.safeParse(form);
    const { shown } = form;
    const mistakes = given ? mistakesOf(given) : explain(error, form);
    if (!given || mistakes.length > 0)
      return showFilter(deps, context, site, { words: typed(form), shown, mistakes });
    if (given.do === 'try') {
      const trial = await tryWords(deps, site, given);
      return showFilter(deps, context, site, { words: given, shown, trial });
    }
    requireOwner(context);
    const present = await readSiteWords(deps.database, site.id);
    const changed = changedWords(given, present, shown);
    await changeSiteWords(deps.database, site.id, changed, actBy(deps, context.get('moderator')));
    logSecurity(deps, 'words changed', {
      by: context.get('moderator').id,
      site: site.id,
      added: changed.held.length + changed.passed.length,
      removed: changed.removed.length,
    });
    return context.redirect(
      `/moderation/filter?${new URLSearchParams({ site: site.id, saved: 'yes' })}`,
      303,
    );
  });
  return routes;
}

interface Outcome {
  words: WordChoice;
  /** The marks of the site's words when the moderator began to change them, where the form told. */
  shown: string | undefined;
  trial?: Trial;
  mistakes?: readonly Sentence[];
}

async function showFilter(
  deps: Deps,
  context: Context<Env>,
  site: Site,
  { words, shown, trial, mistakes = [] }: Outcome,
) {
  const moderator = context.get('moderator');
  return context.html(
    filterPage({
      moderator,
      site,
      sites: await listSitesOf(deps, moderator),
      words,
      shown,
      trial: trial ?? null,
      mistakes,
      saved: context.req.query('saved') === 'yes',
      standing: await standingFor(deps, site),
      quality: await measureQuality(deps, site),
      judged: await measureJudge(deps, site),
    }),
    mistakes.length > 0 ? statusOf.invalid : 200,
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
    vi: 'Chỉ quản trị viên mới được lưu thay đổi này.',
    en: 'Only an administrator may save this.',
  });
}

function mistakesOf({ held, passed }: WordChoice): Sentence[] {
  const both = held.filter((word) => passed.includes(word));
  return both.map((word) => ({
    vi: `“${word}” vừa bị giữ vừa được cho qua.`,
    en: `“${word}” is both held and let pass.`,
  }));
}

/** What is wrong with a line names the line. */
function explain(error: z.core.$ZodError, form: Form): Sentence[] {
  return fieldErrors(error).map(({ field, message: { vi, en } }) => {
    const [list = '', index] = field.split('.');
    const word = index === undefined ? undefined : wordsOf(form[list])[Number(index)];
    return word === undefined ? { vi, en } : { vi: `“${word}”: ${vi}`, en: `“${word}”: ${en}` };
  });
}

function typed({ held = '', passed = '' }: Form): WordChoice {
  return { held: held.split(/\r?\n/), passed: passed.split(/\r?\n/) };
}
