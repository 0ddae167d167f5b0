import { z } from '@hono/zod-openapi';
import { scopes } from '../../moderators/scope.ts';
import { withOwnPassword } from '../../moderators/sign-in.ts';
import { createToken, tokenDays, tokenName } from '../../moderators/token.ts';
import { logSecurity } from '../../world/security-log.ts';
import type { Deps } from '../deps.ts';
import { parseOrRefuse } from '../field-errors.ts';
import { readForm } from '../form.ts';
import { readSession } from '../guard.ts';
import { newRoutes } from '../routes.ts';
import { orRefuse, showAccount } from './account-view.ts';

const newToken = z.object({
  name: tokenName,
  scope: z.enum(scopes),
  days: z
    .literal('')
    .transform(() => null)
    .or(tokenDays),
});
const withPassword = newToken.extend({ password: z.string().min(1).max(200) });

/** How a signed-in moderator makes a token for a program of theirs. */
export function tokenRoutes(deps: Deps) {
  const routes = newRoutes();
  routes.post('/moderation/account/tokens', (context) =>
    orRefuse(deps, context, 'token', async () => {
      const form = await readForm(context);
      const { id } = context.get('moderator');
      const { password, ...asked } = parseOrRefuse(withPassword, form);
      const asker = { id, session: readSession(deps, context) ?? '' };
      const made = await withOwnPassword(deps, asker, password, () => createToken(deps, id, asked));
      logSecurity(deps, 'token made', { account: id });
      return showAccount(deps, context, { newToken: made });
    }),
  );
  return routes;
}
