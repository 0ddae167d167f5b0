import { z } from '@hono/zod-openapi';
import { createFeedKey, feedKinds } from '../../moderators/feed-key.ts';
import { scopes } from '../../moderators/scope.ts';
import { createToken, tokenDays, tokenName } from '../../moderators/token.ts';
import { logSecurity } from '../../world/security-log.ts';
import type { Deps } from '../deps.ts';
import { parseOrRefuse } from '../field-errors.ts';
import { readForm } from '../form.ts';
import { newRoutes } from '../routes.ts';
import { orRefuse, showAccount } from './account-view.ts';
import { asHolder } from './holder.ts';

const newToken = z.object({
  name: tokenName,
  scope: z.enum(scopes).or(z.enum(feedKinds)),
  days: z
    .literal('')
    .transform(() => null)
    .or(tokenDays),
});

/** How a signed-in moderator makes a token for a program of theirs. */
export function tokenRoutes(deps: Deps) {
  const routes = newRoutes();
  routes.post('/moderation/account/tokens', (context) =>
    orRefuse(deps, context, 'token', async () => {
      const form = await readForm(context);
      const { id } = context.get('moderator');
      const by = context.get('moderator');
      const { scope, ...asked } = parseOrRefuse(newToken, form);
      const made = await asHolder(deps, context, form.password, async () => {
        if (scope !== 'feed' && scope !== 'feed-texts') return createToken(deps, id, { ...asked, scope }, by);
        const key = await createFeedKey(deps, id, scope, asked, by);
        return `${deps.publicUrl}/moderation/feed.atom?key=${key}`;
      });
      logSecurity(deps, 'token made', { account: id });
      return showAccount(deps, context, { newToken: made });
    }),
  );
  return routes;
}
