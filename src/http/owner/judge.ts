import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { Problem } from '../../problem.ts';
import {
  judgeStanding,
  keepApiKey,
  removeKeys,
  renewSecret,
  sampleBody,
  tryJudge,
} from '../../screening/judge/set-up.ts';
import type { Site } from '../../sites/site.ts';
import { type JudgeView, judgePage, pathOf } from '../../web/owner/judge/judge-page.ts';
import { logSecurity } from '../../world/security-log.ts';
import type { Deps, Env } from '../deps.ts';
import { parseOrRefuse } from '../field-errors.ts';
import { readForm } from '../form.ts';
import { statusOf } from '../problems.ts';
import { newRoutes } from '../routes.ts';
import { requireOwner } from './guard-owner.ts';
import { findOwnSite } from './own-site.ts';

const page = '/moderation/sites/:id/judge';
const deed = z.object({
  do: z.enum(['secret', 'key', 'remove', 'try']),
  key: z.string().max(1000).default(''),
  body: z.string().max(10_000).default(''),
});
type Deed = z.infer<typeof deed>;

/** Whom a site asks about its comments outside, for its owners. */
export function judgePageRoutes(deps: Deps) {
  const routes = newRoutes();
  routes.use('/moderation/sites/*', requireOwner);
  routes.get(page, async (context) => show(deps, context, await findOwnSite(deps, context)));
  routes.post(page, async (context) => {
    const site = await findOwnSite(deps, context);
    const asked = parseOrRefuse(deed, await readForm(context));
    const by = context.get('moderator');
    if (asked.do === 'try') {
      const body = asked.body.trim() || sampleBody;
      return show(deps, context, site, { body, tried: await tryJudge(deps, site, by, body) });
    }
    return changeKey(deps, context, site, asked);
  });
  return routes;
}

async function changeKey(deps: Deps, context: Context<Env>, site: Site, asked: Deed) {
  const by = context.get('moderator');
  const about = { by: by.id, site: site.id };
  if (asked.do === 'remove') {
    await removeKeys(deps, site, by);
    logSecurity(deps, 'judge key removed', about);
    return context.redirect(pathOf(site), 303);
  }
  try {
    const secret =
      asked.do === 'secret' ? await renewSecret(deps, site, by) : await keepApiKey(deps, site, by, asked.key);
    logSecurity(deps, 'judge key changed', about);
    return secret ? show(deps, context, site, { secret }) : context.redirect(pathOf(site), 303);
  } catch (error) {
    if (!(error instanceof Problem) || error.errors.length === 0) throw error;
    return show(deps, context, site, { errors: error.errors });
  }
}

async function show(
  deps: Deps,
  context: Context<Env>,
  site: Site,
  { body = sampleBody, errors = [], ...more }: Partial<JudgeView> = {},
) {
  const standing = await judgeStanding(deps, site);
  context.header('Cache-Control', 'no-store');
  return context.html(
    judgePage({ moderator: context.get('moderator'), site, standing, body, errors, ...more }),
    errors.length > 0 ? statusOf.invalid : 200,
  );
}
