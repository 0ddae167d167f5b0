import type { MiddlewareHandler } from 'hono';
import type { Deps } from '../deps.ts';
import { isReading } from './reading.ts';

/** What somebody was told is done stays done: an answer to a change leaves once the change is on the disk. */
export function answerOnceStored(deps: Deps): MiddlewareHandler {
  return async (context, next) => {
    await next();
    // A captcha lives for minutes, and whoever lost one is given another.
    const isPassing = context.req.path.endsWith('/challenges');
    if (isReading(context) || isPassing) return;
    await deps.settled();
    await deps.turn?.();
  };
}
