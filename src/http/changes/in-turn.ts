import type { MiddlewareHandler } from 'hono';
import type { Deps } from '../deps.ts';
import { isReading } from './reading.ts';

/** Of many changes that come at once one is begun after the other, so that whoever reads waits for one of them only. */
export function changesInTurn({ turn }: Deps): MiddlewareHandler {
  return async (context, next) => {
    if (turn && !isReading(context)) await turn();
    await next();
  };
}
