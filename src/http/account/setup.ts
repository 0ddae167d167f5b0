import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { moderatorName, newPassword } from '../../moderators/moderator.ts';
import { isPasswordLink, readPasswordLink, setPassword } from '../../moderators/password-link.ts';
import { checkSetup, setUpOwner } from '../../moderators/setup.ts';
import type { FieldError } from '../../problem.ts';
import { passwordPage } from '../../web/account/password-page.ts';
import { setupPage } from '../../web/account/setup-page.ts';
import type { Deps, Env } from '../deps.ts';
import { fieldErrors } from '../field-errors.ts';
import { readForm } from '../form.ts';
import { writeSession } from '../guard.ts';
import { languageOf, statusOf } from '../problems.ts';
import { newRoutes } from '../routes.ts';
import { browserOf } from './browser-name.ts';

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
    const owner = newOwner.safeParse(form);
    if (!owner.success) {
      await checkSetup(deps, context.req.param('secret'));
      const errors = fieldErrors(owner.error);
      const view = { language: languageOf(context), action: context.req.path, name: form.name ?? '', errors };
      return context.html(setupPage(view), statusOf.invalid);
    }
    const secret = context.req.param('secret');
    writeSession(deps, context, await setUpOwner(deps, secret, owner.data, browserOf(context)));
    return context.redirect('/moderation', 303);
  });
  return routes;
}

async function showPassword(deps: Deps, context: Context<Env>, errors: FieldError[] = []) {
  const { name } = await readPasswordLink(deps, context.req.param('secret') ?? '');
  const view = { language: languageOf(context), action: context.req.path, name, errors };
  return context.html(passwordPage(view), errors.length > 0 ? statusOf.invalid : 200);
}

async function takePassword(deps: Deps, context: Context<Env>, given: string | undefined) {
  const form = z.object({ password: newPassword }).safeParse({ password: given });
  if (!form.success) return showPassword(deps, context, fieldErrors(form.error));
  await setPassword(deps, context.req.param('secret') ?? '', form.data.password);
  return context.redirect('/moderation/session/new', 303);
}
