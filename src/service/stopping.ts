import type { Server } from 'node:http';
import type { Serving } from './answer.ts';

/** What has not come whole by then is cut off; it cannot have been stored. */
const uploadMs = 5000;
/** Nobody reads an answer that is still waiting then. */
const answerMs = 8000;
const lookMs = 100;

/**
 * Ends a server whichever way it is told: no new connections, nothing new on old ones, and what was taken in whole is
 * answered before `close` is called and the process ends.
 */
export function stopWhenTold(
  server: Server,
  serving: Serving,
  { close, withParent }: { close: () => Promise<unknown>; withParent: boolean },
): void {
  const stop = () => {
    if (serving.isStopping) return;
    serving.isStopping = true;
    const timers = [
      setTimeout(() => cutUploads(serving), uploadMs),
      setTimeout(() => server.closeAllConnections(), answerMs),
      // An answer that had begun before did not say that it was the last.
      setInterval(() => server.closeIdleConnections(), lookMs),
    ];
    server.close(async () => {
      timers.forEach(clearTimeout);
      await close();
      process.exit(0);
    });
  };
  // A terminal tells npm and us, also when it is closed, and npm tells us again.
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, stop);
  if (withParent) afterParent(stop);
}

function cutUploads({ open }: Serving): void {
  for (const { req } of open) if (!req.complete) req.destroy();
}

/** Known from the first moment on: it may be gone before we serve. */
const parent = process.ppid;

/** Who was killed cannot pass a signal on; then its child belongs to another. */
function afterParent(stop: () => void): void {
  setInterval(() => process.ppid !== parent && stop(), lookMs).unref();
}
