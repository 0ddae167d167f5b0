import type { Context } from 'hono';
import type { Language } from '../../language/language.ts';
import { findHalfway, halfwayIsOver, halfwayToken } from '../../moderators/halfway.ts';
import type { Opening } from '../../moderators/session.ts';
import { awaitsOwner } from '../../moderators/setup.ts';
import type { Account } from '../../store/moderators/accounts.ts';
import { codePage } from '../../web/account/code-page.ts';
import { signInPage } from '../../web/account/sign-in-page.ts';
import { signedInPage } from '../../web/account/signed-in-page.ts';
import { typedIn } from '../../web/desk/typed.ts';
import type { Html } from '../../web/layout.ts';
import type { Deps, Env } from '../deps.ts';
import { parseOrRefuse } from '../field-errors.ts';
import { readForm } from '../form.ts';
import { languageOf, statusOf, tellRetryAfter, toProblem } from '../problems.ts';
import { newRoutes } from '../routes.ts';
import { donePlace, placeAfter } from './place-after.ts';
import { credentials } from './session.ts';
import { checkCode, checkPassword, leave } from './sign-in-steps.ts';
import { startSession } from './start-session.ts';
import { waysToSignIn } from './ways.ts';

/** Signing in and out by pages and forms. */
export function signInPageRoutes(deps: Deps) {
  const routes = newRoutes();
  routes.get('/moderation/session/new', async (context) => {
    const place = placeAfter(context.req.query('next'));
    const view = await viewSignIn(deps, { place });
    return context.html(signInPage({ ...view, language: languageOf(context), failure: null }));
  });
  routes.post('/moderation/session', async (context) => {
    const form = await readForm(context);
    const place = placeAfter(form.next);
    try {
      const given = parseOrRefuse(credentials, form);
      return await goOn(deps, context, await checkPassword(deps, context, given), place);
    } catch (error) {
      const view = await viewSignIn(deps, { name: form.name ?? '', place });
      const typed = typedIn(context.get('form'), languageOf(context));
      return askAgain(context, error, (told) => signInPage({ ...view, ...told, typed }));
    }
  });
  routes.post('/moderation/session/code', async (context) => {
    const { halfway = '', code, next } = await readForm(context);
    const place = placeAfter(next);
    const account = await findHalfway(deps, halfway);
    if (!account) {
      const view = await viewSignIn(deps, { place });
      return askAgain(context, halfwayIsOver(), (told) => signInPage({ ...view, ...told }));
    }
    try {
      await checkCode(deps, context, account, code);
    } catch (error) {
      return askAgain(context, error, (told) => codePage({ ...told, halfway, place }));
    }
    await startSession(deps, context, account);
    return context.redirect(place, 303);
  });
  routes.get(donePlace, (context) => context.html(signedInPage(languageOf(context))));
  routes.post('/moderation/session/end', async (context) => {
    await leave(deps, context);
    return context.redirect('/moderation/session/new', 303);
  });
  return routes;
}

/** On to the place, or to the page that asks for a code where the account has a second factor. */
export async function goOn(
  deps: Deps,
  context: Context<Env>,
  account: Account,
  place: string,
  opening?: Opening,
): Promise<Response> {
  if (account.secondFactor) {
    const halfway = halfwayToken(deps, account);
    return context.html(codePage({ language: languageOf(context), failure: null, halfway, place }));
  }
  await startSession(deps, context, account, opening);
  return context.redirect(place, 303);
}

/** What the page needs beside what went wrong. */
export async function viewSignIn(deps: Deps, { name = '', place }: { name?: string; place: string }) {
  return { name, place, ways: waysToSignIn(deps), awaitsOwner: await awaitsOwner(deps), typed: [] };
}

/** The page again, with what was wrong. */
export function askAgain(
  context: Context<Env>,
  error: unknown,
  page: (view: { language: Language; failure: string }) => Html,
) {
  const problem = toProblem(error);
  if (!problem) throw error;
  const language = languageOf(context);
  tellRetryAfter(context, problem);
  return context.html(page({ language, failure: problem.detail[language] }), statusOf[problem.kind]);
}
