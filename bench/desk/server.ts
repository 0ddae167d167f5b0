import { once } from 'node:events';
import { serveComments } from '../server.ts';

/** The service as a process of its own. */
export interface Server {
  url: string;
  /** The longest that its event loop was held up since this was last asked, in milliseconds. */
  longestGap: () => Promise<number>;
  stop: () => Promise<void>;
}

export async function startServer(directory: string): Promise<Server> {
  const { url, child, stop } = await serveComments({
    env: { DATA_DIR: directory, LOG_LEVEL: 'warn' },
    preload: new URL('./gaps.ts', import.meta.url),
  });
  return {
    url,
    async longestGap() {
      child.send('gap');
      const [gap] = await once(child, 'message');
      return Number(gap);
    },
    stop,
  };
}
