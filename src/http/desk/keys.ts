import type { Context } from 'hono';
import { z } from 'zod';
import { writeKeys } from '../../store/moderators/moderator-keys.ts';
import { type KeyAction, keyActions, keysOf, usualKeys } from '../../web/desk/keys.ts';
import { keysPage } from '../../web/desk/keys-page.ts';
import type { Deps, Env } from '../deps.ts';
import { readForm } from '../form.ts';
import { newRoutes } from '../routes.ts';

const key = z.string().refine((text) => [...text].length === 1 && !/[\s\p{C}\d]/u.test(text));
const ownKeys = z.partialRecord(z.enum(keyActions as [KeyAction, ...KeyAction[]]), key);

/** How a moderator has the keyboard of the desk. */
export function keyRoutes(deps: Deps) {
  const routes = newRoutes();
  routes.get('/moderation/keys', (context) => {
    const keys = keysOf(context.get('moderator'));
    return showKeys(context, keys ?? usualKeys, { off: keys === null, failed: false });
  });
  routes.post('/moderation/keys', async (context) => {
    const form = await readForm(context);
    const off = form.off === 'yes';
    const given = form.do === 'usual' ? usualKeys : { ...usualKeys, ...own(form) };
    const distinct = new Set(Object.values(given)).size === keyActions.length;
    if (!distinct || !ownKeys.safeParse(given).success) {
      return showKeys(context, given, { off, failed: true });
    }
    await writeKeys(deps.database, context.get('moderator').id, JSON.stringify(off ? null : given));
    return context.redirect('/moderation', 303);
  });
  return routes;
}

function own(form: Partial<Record<string, string>>): Partial<Record<KeyAction, string>> {
  return Object.fromEntries(keyActions.map((action) => [action, form[action]?.trim() ?? '']));
}

function showKeys(
  context: Context<Env>,
  keys: Readonly<Record<KeyAction, string>>,
  { off, failed }: { off: boolean; failed: boolean },
) {
  const page = keysPage({ moderator: context.get('moderator'), keys, off, failed });
  return context.html(page, failed ? 422 : 200);
}
