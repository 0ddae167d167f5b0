import type { Context } from 'hono';
import { addMark, findMark } from '../../moderators/known-browser.ts';
import type { Visitor } from '../../moderators/sign-in.ts';
import { visitorOf } from '../address.ts';
import { readCookie, writeCookie } from '../cookies.ts';
import type { Deps, Env } from '../deps.ts';

const browserCookie = 'binh_luan_browser';
/** As long as browsers keep a cookie at most. */
const maxAge = 400 * 24 * 60 * 60;

export function readVisitor(deps: Deps, context: Context<Env>): Visitor {
  return { address: visitorOf(deps, context), browser: readBrowser(deps, context) };
}

/** Whose codes are counted when this browser signs in to the account. */
export function holderOf(
  deps: Deps,
  context: Context<Env>,
  account: Parameters<typeof findMark>[2],
): string | undefined {
  const mark = findMark(deps, readBrowser(deps, context), account);
  return mark && `of browser ${mark}`;
}

/** From now on the browser has limits of its own for this account. */
export function rememberBrowser(
  deps: Deps,
  context: Context<Env>,
  account: Parameters<typeof addMark>[2],
): void {
  const marks = addMark(deps, readBrowser(deps, context), account);
  writeCookie(deps, context, browserCookie, marks, { sameSite: 'Strict', maxAge });
}

function readBrowser(deps: Deps, context: Context<Env>): string {
  return readCookie(deps, context, browserCookie) ?? '';
}
