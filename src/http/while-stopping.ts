import type { MiddlewareHandler } from 'hono';
import { Problem } from '../problem.ts';
import type { Deps } from './deps.ts';

/** Takes nothing in once the service ends: whoever sends again in a moment meets the next process. */
export function refuseWhileStopping({ isStopping }: Deps): MiddlewareHandler {
  return async (_, next) => {
    if (isStopping?.()) throw new Problem('unavailable', stopping, { retryAfterSeconds: 5 });
    await next();
  };
}

const stopping = {
  vi: 'Dịch vụ đang dừng hoặc khởi động lại. Vui lòng thử lại sau ít giây.',
  en: 'The service is stopping or starting again. Please try again in a few seconds.',
};
