import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { moderatorName, newPassword } from '../../moderators/moderator.ts';
import { isPasswordLink, readPasswordLink, setPassword, spendLink } from '../../moderators/password-link.ts';
import { checkSetup, setUpOwner } from '../../moderators/setup.ts';
import { type FieldError, Problem } from '../../problem.ts';
import { passwordPage } from '../../web/account/password-page.ts';
import { setupPage } from '../../web/account/setup-page.ts';
import { logSecurity } from '../../world/security-log.ts';
import type { Deps, Env } from '../deps.ts';
import { parseOrRefuse } from '../field-errors.ts';
import { readForm } from '../form.ts';
import { languageOf, statusOf } from '../problems.ts';
import { newRoutes } from '../routes.ts';
import { usualPlace } from './place-after.ts';
import { goOn } from './sign-in-pages.ts';
import { startSession } from './start-session.ts';
import { waysToSignIn } from './ways.ts';

const newOwner = z.object({ name: moderatorName, password: newPassword });

/** The one-time links: of the first owner, and of whoever is to set the password of their account. */
export function setupRoutes(deps: Deps) {
  const routes = newRoutes();
  routes.get('/moderation/setup/:secret', async (context) => {
    if (isPasswordLink(context.req.param('secret'))) return showPassword(deps, context);
    await checkSetup(deps, context.req.param('secret'));
    return context.html(
      setupPage({ language: languageOf(context), action: context.req.path, name: '', errors: [] }),
    );
  });
  routes.post('/moderation/setup/:secret', async (context) => {
    const form = await readForm(context);
    if (isPasswordLink(context.req.param('secret'))) return takePassword(deps, context, form.password);
    const secret = context.req.param('secret');
    return orShowErrors(
      async () => {
        await checkSetup(deps, secret);
        const account = await setUpOwner(deps, secret, parseOrRefuse(newOwner, form));
        logSecurity(deps, 'account added', { by: account.id, account: account.id, role: 'owner' });
        await startSession(deps, context, account);
        return context.redirect('/moderation', 303);
      },
      (errors) => {
        const [language, action] = [languageOf(context), context.req.path];
        const view = { language, action, name: form.name ?? '', errors };
        return context.html(setupPage(view), statusOf.invalid);
      },
    );
  });
  return routes;
}

async function showPassword(deps: Deps, context: Context<Env>, errors: readonly FieldError[] = []) {
  const { name } = await readPasswordLink(deps, context.req.param('secret') ?? '');
  const { passwords } = waysToSignIn(deps);
  const view = { language: languageOf(context), action: context.req.path, name, errors, passwords };
  return context.html(passwordPage(view), errors.length > 0 ? statusOf.invalid : 200);
}

async function takePassword(deps: Deps, context: Context<Env>, given: string | undefined) {
  if (!waysToSignIn(deps).passwords) {
    return goOn(deps, context, await spendLink(deps, context.req.param('secret') ?? ''), usualPlace);
  }
  return orShowErrors(
    async () => {
      const { password } = parseOrRefuse(z.object({ password: newPassword }), { password: given });
      const account = await setPassword(deps, context.req.param('secret') ?? '', password);
      logSecurity(deps, 'password changed', { account });
      return context.redirect('/moderation/session/new', 303);
    },
    (errors) => showPassword(deps, context, errors),
  );
}

/** Does it; where a field is at fault, shows the page again. */
async function orShowErrors(
  act: () => Promise<Response>,
  show: (errors: readonly FieldError[]) => Response | Promise<Response>,
): Promise<Response> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof Problem && error.errors.length > 0) return show(error.errors);
    throw error;
  }
}
