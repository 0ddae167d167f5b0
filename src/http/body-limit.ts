import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { Problem } from '../problem.ts';
import type { Env } from './deps.ts';
import { titleOf } from './problems.ts';

const mostBytes = 64 * 1024;

/** Nothing larger is read. The framework opens a body to see that there is one, which costs more than to read it. */
export const limitBody: MiddlewareHandler<Env> = async (context, next) => {
  const length = toldLength(context);
  if (length === undefined) return limitUntold(context, next);
  if (length > mostBytes) refuseLarge();
  await next();
};

const limitUntold = bodyLimit({ maxSize: mostBytes, onError: refuseLarge });

/** Whether there is something to read. */
export function hasBody(context: Context): boolean {
  const length = toldLength(context);
  return length === undefined ? context.req.raw.body !== null : length > 0;
}

/** As the request says and its server sees to; nothing where it does not say so. */
function toldLength({ req }: Context): number | undefined {
  if (req.method === 'GET' || req.method === 'HEAD') return 0;
  const length = req.header('content-length') ?? '';
  return req.header('transfer-encoding') === undefined && /^\d+$/.test(length) ? Number(length) : undefined;
}

function refuseLarge(): never {
  throw new Problem('too-large', titleOf['too-large']);
}
