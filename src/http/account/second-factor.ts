import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import {
  beginSecondFactor,
  checkSecondFactor,
  confirmSecondFactor,
  renewRecoveryCodes,
} from '../../moderators/second-factor.ts';
import type { SignedIn } from '../../moderators/sign-in.ts';
import { actBy } from '../../store/acts/record.ts';
import { deleteSecondFactor, dropUnconfirmed } from '../../store/moderators/second-factors.ts';
import { digest } from '../../world/hash.ts';
import { logSecurity } from '../../world/security-log.ts';
import type { Deps, Env } from '../deps.ts';
import { parseOrRefuse } from '../field-errors.ts';
import { readForm } from '../form.ts';
import { readSession } from '../guard.ts';
import { newRoutes } from '../routes.ts';
import { orRefuse, showAccount, tellDone } from './account-view.ts';
import { asHolder } from './holder.ts';

const code = z.string().trim().min(1).max(40);

/** How a signed-in moderator turns their second factor on and off. */
export function secondFactorRoutes(deps: Deps) {
  const routes = newRoutes();
  routes.post('/moderation/account/second-factor', (context) =>
    orRefuse(deps, context, 'begin', async () => {
      const { password } = await readForm(context);
      const { id } = context.get('moderator');
      await asHolder(deps, context, password, () => beginSecondFactor(deps, id));
      return context.redirect('/moderation/account#second-factor', 303);
    }),
  );
  routes.post('/moderation/account/second-factor/confirm', (context) =>
    orRefuse(deps, context, 'confirm', async () => {
      const given = parseOrRefuse(z.object({ code }), await readForm(context));
      const { id } = context.get('moderator');
      const newCodes = await confirmSecondFactor(deps, id, given.code);
      logSecurity(deps, 'second factor changed', { account: id, to: 'on' });
      return showAccount(deps, context, { newCodes });
    }),
  );
  routes.post('/moderation/account/second-factor/cancel', async (context) => {
    await dropUnconfirmed(deps.database, context.get('moderator').id);
    return context.redirect('/moderation/account', 303);
  });
  routes.post('/moderation/account/recovery-codes', (context) =>
    orRefuse(deps, context, 'renew', async () => {
      const asker = whoAsks(deps, context);
      const given = parseOrRefuse(z.object({ code }), await readForm(context));
      await checkSecondFactor(deps, asker.id, given.code, holderOf(asker));
      return showAccount(deps, context, { newCodes: await renewRecoveryCodes(deps, asker.id) });
    }),
  );
  routes.post('/moderation/account/second-factor/remove', (context) =>
    orRefuse(deps, context, 'remove', async () => {
      const asker = whoAsks(deps, context);
      const { password, ...form } = await readForm(context);
      const given = parseOrRefuse(z.object({ code }), form);
      await asHolder(deps, context, password, () =>
        checkSecondFactor(deps, asker.id, given.code, holderOf(asker)),
      );
      await deleteSecondFactor(deps.database, asker.id, actBy(deps, context.get('moderator')));
      logSecurity(deps, 'second factor changed', { account: asker.id, to: 'off' });
      return tellDone(context, 'removed');
    }),
  );
  return routes;
}

function whoAsks(deps: Deps, context: Context<Env>): SignedIn {
  return { id: context.get('moderator').id, session: readSession(deps, context) ?? '' };
}

/** Whose codes are counted: a session's own. */
function holderOf({ session }: SignedIn): string {
  return `of session ${digest(session)}`;
}
