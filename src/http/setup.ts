import { z } from '@hono/zod-openapi';
import { moderatorName, newPassword } from '../moderators/moderator.ts';
import { checkSetup, setUpOwner } from '../moderators/setup.ts';
import { setupPage } from '../web/setup-page.ts';
import type { Deps } from './deps.ts';
import { fieldErrors } from './field-errors.ts';
import { readForm } from './form.ts';
import { writeSession } from './guard.ts';
import { languageOf, statusOf } from './problems.ts';
import { newRoutes } from './routes.ts';

const newOwner = z.object({ name: moderatorName, password: newPassword });

/** The one-time link of the first owner. */
export function setupRoutes(deps: Deps) {
  const routes = newRoutes();
  routes.get('/moderation/setup/:secret', async (context) => {
    await checkSetup(deps, context.req.param('secret'));
    return context.html(
      setupPage({ language: languageOf(context), action: context.req.path, name: '', errors: [] }),
    );
  });
  routes.post('/moderation/setup/:secret', async (context) => {
    const form = await readForm(context);
    const owner = newOwner.safeParse(form);
    if (!owner.success) {
      await checkSetup(deps, context.req.param('secret'));
      const errors = fieldErrors(owner.error);
      const view = { language: languageOf(context), action: context.req.path, name: form.name ?? '', errors };
      return context.html(setupPage(view), statusOf.invalid);
    }
    writeSession(deps, context, await setUpOwner(deps, context.req.param('secret'), owner.data));
    return context.redirect('/moderation', 303);
  });
  return routes;
}
