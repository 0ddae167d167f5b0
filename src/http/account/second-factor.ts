import { z } from '@hono/zod-openapi';
import {
  beginSecondFactor,
  checkSecondFactor,
  confirmSecondFactor,
  renewRecoveryCodes,
} from '../../moderators/second-factor.ts';
import { checkOwnPassword } from '../../moderators/sign-in.ts';
import { deleteSecondFactor, dropUnconfirmed } from '../../store/moderators/second-factors.ts';
import type { Deps } from '../deps.ts';
import { parseOrRefuse } from '../field-errors.ts';
import { readForm } from '../form.ts';
import { newRoutes } from '../routes.ts';
import { orRefuse, showAccount, tellDone } from './account-view.ts';

const password = z.string().min(1).max(200);
const code = z.string().trim().min(1).max(40);

/** How a signed-in moderator turns their second factor on and off. */
export function secondFactorRoutes(deps: Deps) {
  const routes = newRoutes();
  routes.post('/moderation/account/second-factor', (context) =>
    orRefuse(deps, context, 'begin', async () => {
      const { id } = context.get('moderator');
      const given = parseOrRefuse(z.object({ password }), await readForm(context));
      await checkOwnPassword(deps, id, given.password);
      await beginSecondFactor(deps, id);
      return context.redirect('/moderation/account#second-factor', 303);
    }),
  );
  routes.post('/moderation/account/second-factor/confirm', (context) =>
    orRefuse(deps, context, 'confirm', async () => {
      const given = parseOrRefuse(z.object({ code }), await readForm(context));
      const newCodes = await confirmSecondFactor(deps, context.get('moderator').id, given.code);
      return showAccount(deps, context, { newCodes });
    }),
  );
  routes.post('/moderation/account/second-factor/cancel', async (context) => {
    await dropUnconfirmed(deps.database, context.get('moderator').id);
    return context.redirect('/moderation/account', 303);
  });
  routes.post('/moderation/account/recovery-codes', (context) =>
    orRefuse(deps, context, 'renew', async () => {
      const { id } = context.get('moderator');
      const given = parseOrRefuse(z.object({ code }), await readForm(context));
      await checkSecondFactor(deps, id, given.code);
      return showAccount(deps, context, { newCodes: await renewRecoveryCodes(deps, id) });
    }),
  );
  routes.post('/moderation/account/second-factor/remove', (context) =>
    orRefuse(deps, context, 'remove', async () => {
      const { id } = context.get('moderator');
      const given = parseOrRefuse(z.object({ password, code }), await readForm(context));
      await checkOwnPassword(deps, id, given.password);
      await checkSecondFactor(deps, id, given.code);
      await deleteSecondFactor(deps.database, id);
      return tellDone(context, 'removed');
    }),
  );
  return routes;
}
