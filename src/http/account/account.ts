import { z } from '@hono/zod-openapi';
import { languages } from '../../language/language.ts';
import { newPassword } from '../../moderators/moderator.ts';
import { changePassword } from '../../moderators/own-password.ts';
import { actBy } from '../../store/acts/record.ts';
import { deleteOwnCredential, deleteSessions } from '../../store/moderators/credentials.ts';
import { setModeratorLanguage } from '../../store/moderators/moderators.ts';
import { logSecurity } from '../../world/security-log.ts';
import type { Deps } from '../deps.ts';
import { parseOrRefuse } from '../field-errors.ts';
import { readForm } from '../form.ts';
import { readSession, writeSession } from '../guard.ts';
import { newRoutes } from '../routes.ts';
import { orRefuse, requireSession, showAccount, tellDone } from './account-view.ts';
import { identityRoutes } from './identity.ts';
import { rememberBrowser } from './known-browser.ts';
import { accountMailRoutes } from './mail/mail.ts';
import { secondFactorRoutes } from './second-factor.ts';
import { tokenRoutes } from './tokens.ts';

const chosenLanguage = z.object({ language: z.enum(languages) });
const passwords = z.object({
  password: z.string().min(1).max(200),
  newPassword,
  tokens: z.literal('end').optional(),
});
const ended = z.object({ credential: z.string().max(64), kind: z.enum(['session', 'token']) });

/** What a signed-in moderator may see and change of their own account. */
export function accountRoutes(deps: Deps) {
  const routes = newRoutes();
  routes.post('/moderation/language', async (context) => {
    const { language } = parseOrRefuse(chosenLanguage, await readForm(context));
    await setModeratorLanguage(deps.database, context.get('moderator').id, language);
    return context.redirect('/moderation', 303);
  });
  routes.use('/moderation/account/*', requireSession(deps));
  routes.get('/moderation/account', (context) => showAccount(deps, context));
  routes.post('/moderation/account/password', (context) =>
    orRefuse(deps, context, 'password', async () => {
      const { tokens, ...given } = parseOrRefuse(passwords, await readForm(context));
      const asker = { ...context.get('moderator'), session: readSession(deps, context) ?? '' };
      const endTokens = tokens === 'end';
      rememberBrowser(deps, context, await changePassword(deps, asker, { ...given, endTokens }));
      logSecurity(deps, 'password changed', { account: asker.id });
      return tellDone(context, 'password');
    }),
  );
  routes.route('/', secondFactorRoutes(deps));
  routes.route('/', tokenRoutes(deps));
  routes.route('/', identityRoutes(deps));
  routes.route('/', accountMailRoutes(deps));
  routes.post('/moderation/account/credentials/end', async (context) => {
    const moderator = context.get('moderator');
    const { credential, kind } = parseOrRefuse(ended, await readForm(context));
    await deleteOwnCredential(deps.database, moderator.id, credential, actBy(deps, moderator));
    return tellDone(context, kind === 'session' ? 'ended' : 'revoked');
  });
  routes.post('/moderation/account/sessions/end', async (context) => {
    const moderator = context.get('moderator');
    await deleteSessions(deps.database, moderator.id, actBy(deps, moderator));
    writeSession(deps, context, '');
    return context.redirect('/moderation/session/new', 303);
  });
  return routes;
}
