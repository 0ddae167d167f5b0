import type { Context } from 'hono';

/** Whether a request changes nothing. */
export function isReading({ req }: Context): boolean {
  return ['GET', 'HEAD', 'OPTIONS'].includes(req.method);
}
