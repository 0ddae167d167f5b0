import { z } from '@hono/zod-openapi';
import { languages } from '../language.ts';
import { setModeratorLanguage } from '../store/moderators.ts';
import type { Deps } from './deps.ts';
import { parseOrRefuse } from './field-errors.ts';
import { readForm } from './form.ts';
import { newRoutes } from './routes.ts';

const chosenLanguage = z.object({ language: z.enum(languages) });

/** What a signed-in moderator may change of their own account. */
export function accountRoutes(deps: Deps) {
  const routes = newRoutes();
  routes.post('/moderation/language', async (context) => {
    const { language } = parseOrRefuse(chosenLanguage, await readForm(context));
    await setModeratorLanguage(deps.database, context.get('moderator').id, language);
    return context.redirect('/moderation', 303);
  });
  return routes;
}
