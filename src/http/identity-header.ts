import type { Context, MiddlewareHandler } from 'hono';
import type { Env } from './deps.ts';

/** By which a reader says who their site says that they are. */
export const identityHeader = 'Binh-Luan-Identity';

/** The token that came with a request, if any. */
export function identityIn({ req }: Pick<Context, 'req'>): string | undefined {
  return req.header(identityHeader);
}

/** What is told to somebody whom their site vouches for is theirs: nothing keeps it, and nobody else is given it. */
export const keepIdentityApart: MiddlewareHandler<Env> = async (context, next) => {
  await next();
  const { headers } = context.res;
  headers.append('Vary', identityHeader);
  if (identityIn(context) !== undefined) headers.set('Cache-Control', 'private, no-store');
};
