import type { Context } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { Env } from './deps.ts';

const everything = '/*';

/**
 * The pattern of the route that a request asks for, not the one that came last: every GET matches the files, too. Where
 * there is none, what it went through; `/:file` for a file, and `unmatched` for nothing at all.
 */
export function routeOf(context: Context<Env>): string {
  const routes = matchedRoutes(context).filter(({ path }) => path !== everything);
  const asked = routes.find(({ method }) => method !== 'ALL') ?? routes.at(-1);
  return asked?.path ?? (context.res.status < 400 ? '/:file' : 'unmatched');
}

const shownSegments = 3;

/**
 * Where nothing was found, for the log: receipts, one-time links and what readers type may be in addresses, so only the
 * begin of the path, of that only what is short and plain, and in the place of a parameter its name.
 */
export function placeOf({ req }: Context<Env>, route: string): string {
  const pattern = route.split('/');
  const segments = req.path.split('/').slice(0, shownSegments + 1);
  return segments
    .map((segment, index) => {
      const named = pattern[index] ?? '';
      if (named.startsWith(':') && named !== ':site') return named;
      return isPlain(segment) ? segment : '…';
    })
    .join('/');
}

function isPlain(segment: string): boolean {
  return /^[\w.-]{0,16}$/.test(segment) && !/\d{5}/.test(segment);
}
