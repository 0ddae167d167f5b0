import type { Context } from 'hono';
import { Problem } from '../../problem.ts';
import { signInPage } from '../../web/account/sign-in-page.ts';
import { typedIn } from '../../web/desk/typed.ts';
import type { Deps, Env } from '../deps.ts';
import { readForm } from '../form.ts';
import { languageOf, statusOf } from '../problems.ts';
import { placeOf, signInAddress } from './place-after.ts';
import { waysToSignIn } from './ways.ts';

/**
 * What a moderator's route answers to who is not signed in: a program is told that it is the session, and a person signs
 * in and goes on. Of a form, what was typed stands on the page of the sign-in, so that nothing of it is lost.
 */
export async function answerStranger(deps: Deps, context: Context<Env>): Promise<Response> {
  if (!isPage(context)) throw signInFirst(context);
  if (context.req.method !== 'POST') return context.redirect(signInAddress(placeOf(deps, context)), 303);
  const { back } = await readForm(context).catch(() => ({ back: undefined }));
  const language = languageOf(context);
  return context.html(
    signInPage({
      language,
      name: '',
      failure: sessionOver[language],
      awaitsOwner: false,
      place: placeOf(deps, context, back),
      ways: waysToSignIn(deps),
      typed: typedIn(context.get('form'), language),
    }),
    statusOf.unauthenticated,
  );
}

/** A page of the desk, unless something else is asked of it. */
function isPage(context: Context<Env>): boolean {
  const accepted = context.req.header('accept') ?? '';
  return context.req.path.startsWith('/moderation') && !accepted.includes('application/json');
}

function signInFirst(context: Context<Env>): Problem {
  const field = context.req.header('authorization') ? 'token' : 'session';
  const message = { vi: 'Vui lòng đăng nhập.', en: 'Please sign in.' };
  return new Problem('unauthenticated', message, { errors: [{ field, code: 'required', message }] });
}

const sessionOver = {
  vi: 'Phiên đăng nhập đã kết thúc, nên chưa có gì được lưu. Vui lòng đăng nhập lại.',
  en: 'Your session has ended, so nothing was saved. Please sign in again.',
};
