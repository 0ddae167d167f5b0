import type { Context } from 'hono';
import { pathUnder } from '../base-path.ts';
import type { Deps, Env } from '../deps.ts';

/** Where somebody is after signing in where they had asked for nothing. */
export const usualPlace = '/moderation';
/** Says that one is signed in, to whoever did so beside the page that they are at. */
export const donePlace = '/moderation/session/done';

/** The page of the desk that is named so, or the usual one: nothing leads to another host, or signs in or out. */
export function placeAfter(asked: string | undefined): string {
  const address = asked?.startsWith('/') ? URL.parse(asked, 'http://here') : null;
  if (address?.host !== 'here') return usualPlace;
  const place = address.pathname + address.search;
  const isOfDesk = /^\/moderation(\/|\?|$)/.test(place) && !/^\/moderation\/(session|setup)\b/.test(place);
  return isOfDesk || place === donePlace ? place : usualPlace;
}

/**
 * The page that somebody asked for, or sent a form from, who is to sign in first; where a browser does not say which,
 * that part of the queue which the form leads back to.
 */
export function placeOf({ publicUrl }: Deps, { req }: Context<Env>, back = ''): string {
  const { search } = new URL(req.url);
  if (req.method !== 'POST') return placeAfter(req.path + search);
  const from = URL.parse(req.header('referer') ?? '');
  if (!from) return placeAfter(back && `/moderation?${back}`);
  return placeAfter(pathUnder(publicUrl)({ url: from.href }) + from.search);
}

/** Where one signs in and goes on to a place. */
export function signInAddress(place: string): string {
  const query = new URLSearchParams({ next: place });
  return place === usualPlace ? '/moderation/session/new' : `/moderation/session/new?${query}`;
}
