import type { Context } from 'hono';
import { addIdentityKey, listKeys, removeIdentityKey } from '../../readers/identity-keys.ts';
import type { Site } from '../../sites/site.ts';
import { mostIdentityKeys } from '../../store/readers/identity-keys.ts';
import { type KeysView, keysPage, pathOf } from '../../web/owner/identity/keys-page.ts';
import { logSecurity } from '../../world/security-log.ts';
import type { Deps, Env } from '../deps.ts';
import { newRoutes } from '../routes.ts';
import { requireOwner } from './guard-owner.ts';
import { findOwnSite } from './own-site.ts';

const page = '/moderation/sites/:id/identity';

/** The keys by which a site vouches for its readers, for its owners. */
export function identityPageRoutes(deps: Deps) {
  const routes = newRoutes();
  routes.use('/moderation/sites/*', requireOwner);
  routes.get(page, async (context) => show(deps, context, await findOwnSite(deps, context)));
  routes.post(page, async (context) => {
    const site = await findOwnSite(deps, context);
    const by = context.get('moderator');
    const { id, secret } = await addIdentityKey(deps, site.id, by);
    logSecurity(deps, 'identity key added', { by: by.id, site: site.id, key: id });
    return show(deps, context, site, { key: id, text: secret });
  });
  routes.post(`${page}/:key`, async (context) => {
    const site = await findOwnSite(deps, context);
    const by = context.get('moderator');
    const key = context.req.param('key');
    await removeIdentityKey(deps, site.id, key, by);
    logSecurity(deps, 'identity key removed', { by: by.id, site: site.id, key });
    return context.redirect(pathOf(site), 303);
  });
  return routes;
}

async function show(deps: Deps, context: Context<Env>, site: Site, secret?: KeysView['secret']) {
  const keys = await listKeys(deps, site.id);
  context.header('Cache-Control', 'no-store');
  return context.html(
    keysPage({ moderator: context.get('moderator'), site, keys, most: mostIdentityKeys, secret }),
  );
}
