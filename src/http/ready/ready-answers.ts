import type { Context, MiddlewareHandler } from 'hono';
import { LRUCache } from 'lru-cache';
import { readVersion } from '../../store/comments/versions.ts';
import { identityIn } from '../address.ts';
import type { Deps, Env } from '../deps.ts';
import { recordRequest } from '../request-log.ts';
import { routeOf } from '../route-of.ts';
import { Stitched } from './stitched.ts';

/** What a handler says of an answer that may be kept ready for the next who asks. */
export interface Keepable {
  article: string;
  /** As it was before anything else of the answer was read. */
  version: string | undefined;
  /** When it is out of date by itself. */
  until: number | null;
  /** Places in the body that are filled anew for each answer, with ASCII that is always as long. */
  fills?: Readonly<Record<string, () => string>>;
}

interface Ready extends Keepable {
  site: string;
  route: string;
  headers: Record<string, string>;
  etag: string | undefined;
  /** Of the database, when it was last found to be current. */
  generation?: number | undefined;
  body: Stitched;
}

const mostBytes = 16 * 1024 * 1024;
const perAnswer = 2000;
/** Each answer has its own. */
const notKept = new Set(['x-request-id', 'content-length', 'content-type']);

/**
 * Answers from bytes that were made for an earlier request, for as long as the article is at the version they were
 * made of. The answers that are kept are whole: with their headers, and compressed too.
 */
export function readyAnswers(deps: Deps): MiddlewareHandler<Env> {
  const kept = new LRUCache<string, Ready>({
    maxSize: mostBytes,
    sizeCalculation: (ready, key) => ready.body.size + key.length + perAnswer,
  });
  return async (context, next) => {
    if (!isForAll(context) || deps.isStopping?.()) return next();
    const started = performance.now();
    const key = keyOf(context);
    const known = kept.get(key);
    if (known && (await isCurrent(deps, known))) {
      return answerAgain(deps, known, started, (id) => answerWith(deps, context, known, id));
    }
    await next();
    const ready = await toReady(context);
    if (!ready) return;
    kept.set(key, ready);
    const answer = answerWith(deps, context, ready, context.get('requestId'));
    context.res = undefined;
    context.res = answer;
  };
}

/** Whether the answer is the same for whoever asks. */
export function isForAll(context: Context): boolean {
  return context.req.method === 'GET' && identityIn(context) === undefined;
}

/** What may differ between two answers that are both right. */
export function keyOf({ req }: Context): string {
  return `${req.url}\n${req.header('origin') ?? ''}`;
}

/** An answer that was made before, with an id of its own, and noted like any other. */
export function answerAgain(
  deps: Deps,
  { route, site }: Pick<Ready, 'route' | 'site'>,
  started: number,
  answer: (requestId: string) => Response,
): Response {
  const requestId = crypto.randomUUID();
  const again = answer(requestId);
  recordRequest(deps, { requestId, method: 'GET', route, status: again.status, site, started });
  return again;
}

/** Asks the database only where something was written since the answer was last found to be current. */
async function isCurrent({ database, now }: Deps, ready: Ready): Promise<boolean> {
  if (ready.until !== null && now() >= ready.until) return false;
  const generation = database.generation?.();
  if (generation !== undefined && generation === ready.generation) return true;
  const isSame = ready.version === (await readVersion(database, ready.site, ready.article));
  if (isSame) ready.generation = generation;
  return isSame;
}

async function toReady(context: Context<Env>): Promise<Ready | undefined> {
  const answer = await takeAnswer(context);
  if (!answer) return undefined;
  const { text, ...ready } = answer;
  return { ...ready, body: new Stitched(text, lengthsOf(ready.fills ?? {})) };
}

/** All of an answer that may be kept, read from what was made for the first who asked. */
export async function takeAnswer(context: Context<Env>) {
  const keepable = context.get('keepable');
  if (!keepable || keepable.version === undefined || context.res.status !== 200) return undefined;
  const { headers } = context.res;
  const others = [...headers].filter(([name]) => !notKept.has(name));
  const type = headers.get('content-type') ?? '';
  return {
    ...keepable,
    site: context.get('site').id,
    route: routeOf(context),
    headers: { ...Object.fromEntries(others), 'content-type': type, vary: varying(headers) },
    etag: headers.get('etag') ?? undefined,
    text: await context.res.text(),
  };
}

/** A place is as long whatever it is filled with. */
function lengthsOf(fills: NonNullable<Keepable['fills']>): Record<string, number> {
  return Object.fromEntries(Object.entries(fills).map(([place, make]) => [place, make().length]));
}

function varying(headers: Headers): string {
  return [headers.get('vary'), 'Accept-Encoding'].filter(Boolean).join(', ');
}

function answerWith(deps: Deps, context: Context<Env>, ready: Ready, requestId: string): Response {
  const { body, etag, fills } = ready;
  const headers: Record<string, string> = { ...ready.headers, 'x-request-id': requestId };
  if (etag && isNamed(etag, context.req.header('if-none-match'))) return notModified(headers);
  const fill = fills ? fillOnce(fills) : String;
  if (!deps.compress || !/\bgzip\b/.test(context.req.header('accept-encoding') ?? '')) {
    return new Response(body.plain(fill) as Uint8Array<ArrayBuffer>, { headers });
  }
  headers['content-encoding'] = 'gzip';
  return new Response(body.gzip(fill) as Uint8Array<ArrayBuffer>, { headers });
}

export function notModified({ 'content-type': _, ...headers }: Record<string, string>): Response {
  return new Response(null, { status: 304, headers });
}

/** The same at each place of a name. */
export function fillOnce(fills: NonNullable<Keepable['fills']>): (place: string) => string {
  const filled = Object.fromEntries(Object.entries(fills).map(([place, make]) => [place, make()]));
  return (place) => filled[place] ?? '';
}

/** Compared weakly (RFC 9110, 13.1.2). */
export function isNamed(etag: string, names: string | undefined): boolean {
  if (!names) return false;
  const opaque = etag.replace(/^W\//, '');
  return names.split(',').some((name) => ['*', opaque].includes(name.trim().replace(/^W\//, '')));
}
