import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Identity } from '../../moderators/oidc/flow.ts';
import { confirmLink, offerLink } from '../../moderators/oidc/link.ts';
import type { ProviderSettings } from '../../moderators/oidc/settings.ts';
import { actBy } from '../../store/acts/record.ts';
import { unbind } from '../../store/moderators/identities.ts';
import { linkPage } from '../../web/account/link-page.ts';
import type { Deps, Env } from '../deps.ts';
import { parseOrRefuse } from '../field-errors.ts';
import { readForm } from '../form.ts';
import { whoAsks } from '../guard.ts';
import { newRoutes } from '../routes.ts';
import { orRefuse, tellDone } from './account-view.ts';
import { asHolder } from './holder.ts';
import { sendToProvider, toTell } from './provider-steps.ts';
import { answerStranger } from './stranger.ts';

/** Stands for the account's page in what was begun there, and is no address. */
export const linkPlace = 'link';

const confirmed = z.object({ ticket: z.string().max(4000), password: z.string().max(200).optional() });

/** How an account that has a password is opened to the newsroom's own accounts as well. */
export function identityRoutes(deps: Deps) {
  const routes = newRoutes();
  routes.get('/moderation/account/identity', (context) =>
    orRefuse(deps, context, 'identity', async () => {
      try {
        return await sendToProvider(deps, context, linkPlace);
      } catch (error) {
        throw toTell(deps, error);
      }
    }),
  );
  routes.post('/moderation/account/identity', (context) =>
    orRefuse(deps, context, 'identity', async () => {
      const { ticket, password } = parseOrRefuse(confirmed, await readForm(context));
      const { moderator: by } = context.var;
      await asHolder(deps, context, password, () => confirmLink(deps, by, ticket));
      return tellDone(context, 'linked');
    }),
  );
  routes.post('/moderation/account/identity/remove', (context) =>
    orRefuse(deps, context, 'unlink', async () => {
      const { password } = await readForm(context);
      const { moderator: by } = context.var;
      await asHolder(deps, context, password, () => unbind(deps.database, by.id, actBy(deps, by)));
      return tellDone(context, 'unlinked');
    }),
  );
  return routes;
}

/** The page that asks whether the account is to open to whom the provider has named. */
export async function askToLink(
  deps: Deps,
  context: Context<Env>,
  provider: ProviderSettings,
  identity: Identity,
): Promise<Response> {
  const moderator = (await whoAsks(deps, context))?.moderator;
  if (!moderator) return answerStranger(deps, context);
  const ticket = await offerLink(deps, provider, identity, moderator.id);
  return context.html(linkPage({ moderator, ticket, issuer: identity.issuer, name: identity.name }));
}
