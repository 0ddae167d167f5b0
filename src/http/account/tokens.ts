import { z } from '@hono/zod-openapi';
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
  scope: z.enum(scopes),
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
      const asked = parseOrRefuse(newToken, form);
      const made = await asHolder(deps, context, form.password, () =>
        createToken(deps, id, asked, context.get('moderator')),
      );
      logSecurity(deps, 'token made', { account: id });
      return showAccount(deps, context, { newToken: made });
    }),
  );
  return routes;
}
