import type { Context } from 'hono';
import { openByProvider } from '../../moderators/oidc/account.ts';
import { signInPage } from '../../web/account/sign-in-page.ts';
import type { Deps, Env } from '../deps.ts';
import { newRoutes } from '../routes.ts';
import { askToLink, linkPlace } from './identity.ts';
import { placeAfter, usualPlace } from './place-after.ts';
import { callbackPath, providerOf, sendToProvider, takeBack, toTell } from './provider-steps.ts';
import { askAgain, goOn, viewSignIn } from './sign-in-pages.ts';

/** Signing in by the newsroom's own accounts. */
export function providerRoutes(deps: Deps) {
  const routes = newRoutes();
  routes.get('/moderation/session/provider', (context) =>
    orTell(deps, context, () => sendToProvider(deps, context, placeAfter(context.req.query('next')))),
  );
  routes.get(callbackPath, (context) =>
    orTell(deps, context, async () => {
      const provider = providerOf(deps);
      const { identity, place } = await takeBack(deps, context, provider);
      if (place === linkPlace) return askToLink(deps, context, provider, identity);
      const account = await openByProvider(deps, provider, identity);
      return goOn(deps, context, account, place, 'oidc-sign-in');
    }),
  );
  return routes;
}

/** What went wrong is told on the page where one signs in. */
async function orTell(deps: Deps, context: Context<Env>, act: () => Promise<Response>): Promise<Response> {
  try {
    return await act();
  } catch (error) {
    const view = await viewSignIn(deps, { place: usualPlace });
    return askAgain(context, toTell(deps, error), (told) => signInPage({ ...view, ...told }));
  }
}
