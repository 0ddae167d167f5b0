import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { By } from '../../acts/act.ts';
import { type FieldError, Problem } from '../../problem.ts';
import { judgeMistakes } from '../../screening/judge/set-up.ts';
import { type Site, type SiteSettings, siteId, siteSettingNames, siteSettings } from '../../sites/site.ts';
import { actBy } from '../../store/acts/record.ts';
import { Duplicate } from '../../store/database.ts';
import { worksEverywhere } from '../../store/moderators/moderators.ts';
import { setSite } from '../../store/site-settings.ts';
import { addSite } from '../../store/sites.ts';
import { sitePage } from '../../web/owner/site-page.ts';
import { sitesPage } from '../../web/owner/sites-page.ts';
import { logSecurity } from '../../world/security-log.ts';
import type { Deps, Env } from '../deps.ts';
import { listSitesOf } from '../desk/moderator-sites.ts';
import { readForm } from '../form.ts';
import { statusOf } from '../problems.ts';
import { newRoutes } from '../routes.ts';
import { requireOwner } from './guard-owner.ts';
import { findOwnSite } from './own-site.ts';
import { changedSettings, type Form, readSettings } from './site-form.ts';

/** The sites of an owner and their settings. */
export function ownerSiteRoutes(deps: Deps) {
  const routes = newRoutes();
  routes.use('/moderation/sites/*', requireOwner);
  routes.get('/moderation/sites', (context) => showSites(deps, context));
  routes.post('/moderation/sites', async (context) => {
    await requireEverywhere(deps, context);
    const form = await readForm(context);
    const added = await add(deps, form, context.get('moderator'));
    if ('errors' in added) return showSites(deps, context, { form, errors: added.errors });
    logSecurity(deps, 'site added', { by: context.get('moderator').id, site: added.id });
    return context.redirect(`/moderation/sites/${added.id}?done=added`, 303);
  });
  routes.get('/moderation/sites/:id', async (context) => {
    const site = await findOwnSite(deps, context);
    return showSite(deps, context, site, { form: toForm(site), errors: [] });
  });
  routes.post('/moderation/sites/:id', async (context) => {
    const site = await findOwnSite(deps, context);
    const form = await readForm(context);
    const read = readSettings(form);
    if (read.errors) return showSite(deps, context, site, { form, errors: read.errors });
    const changed = changedSettings(form, read.settings);
    const errors = judgeMistakes(changed, deps.judges?.reach ?? deps.reach);
    if (errors.length > 0) return showSite(deps, context, site, { form, errors });
    await setSite(deps.database, site.id, changed, actBy(deps, context.get('moderator')));
    const by = context.get('moderator').id;
    logSecurity(deps, 'settings changed', { by, site: site.id, settings: differing(site, changed) });
    return context.redirect(`/moderation/sites/${site.id}?done=saved`, 303);
  });
  return routes;
}

/** The names of the settings that are another now than they were. */
function differing(before: Site, changed: Partial<SiteSettings>): string[] {
  return siteSettingNames.filter(
    (name) => name in changed && JSON.stringify(changed[name]) !== JSON.stringify(before[name]),
  );
}

interface Refused {
  form: Form;
  errors: FieldError[];
}

async function showSites(deps: Deps, context: Context<Env>, refused: Refused = { form: {}, errors: [] }) {
  const moderator = context.get('moderator');
  const sites = await listSitesOf(deps, moderator);
  const mayAdd = await worksEverywhere(deps.database, moderator.id);
  const status = refused.errors.length > 0 ? statusOf.invalid : 200;
  return context.html(sitesPage({ moderator, sites, mayAdd, ...refused }), status);
}

function showSite(deps: Deps, context: Context<Env>, site: Site, { form, errors }: Refused) {
  const done = z.enum(['added', 'saved']).safeParse(context.req.query('done')).data ?? null;
  const { publicUrl } = deps;
  return context.html(
    sitePage({ moderator: context.get('moderator'), site, form, errors, done, publicUrl }),
    errors.length > 0 ? statusOf.invalid : 200,
  );
}

async function requireEverywhere(deps: Deps, context: Context<Env>): Promise<void> {
  if (await worksEverywhere(deps.database, context.get('moderator').id)) return;
  throw new Problem('forbidden', {
    vi: 'Chỉ chủ của mọi trang báo mới thêm được trang báo.',
    en: 'Only an administrator of all sites may add one.',
  });
}

async function add(deps: Deps, form: Form, by: By): Promise<{ id: string } | { errors: FieldError[] }> {
  const id = siteId.safeParse(form.id?.trim());
  const { name = '', origins = '' } = form;
  const read = readSettings({ ...toForm(siteSettings.parse({ name: '-' })), name, origins });
  if (!id.success || read.errors) return { errors: [...(id.success ? [] : [notId]), ...(read.errors ?? [])] };
  try {
    await addSite(deps.database, { id: id.data, ...read.settings }, actBy(deps, by));
  } catch (error) {
    if (error instanceof Duplicate) return { errors: [taken] };
    throw error;
  }
  return { id: id.data };
}

/** The settings as the form shows them: a list on lines. */
function toForm(settings: z.infer<typeof siteSettings>): Form {
  return Object.fromEntries(
    siteSettingNames.map((name) => {
      const value = settings[name];
      return [name, Array.isArray(value) ? value.join('\n') : String(value)];
    }),
  );
}

const notId: FieldError = {
  field: 'id',
  code: 'unknown',
  message: {
    vi: 'Mã gồm 1 đến 64 chữ thường không dấu, chữ số và gạch nối, bắt đầu bằng chữ hoặc số.',
    en: 'An id is 1 to 64 lower-case letters, digits and hyphens, beginning with a letter or a digit.',
  },
};

const taken: FieldError = {
  field: 'id',
  code: 'taken',
  message: { vi: 'Đã có trang báo mang mã này.', en: 'There is a site with this id already.' },
};
