import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The service as a process of its own. */
export interface Server {
  url: string;
  /** The longest that its event loop was held up since this was last asked, in milliseconds. */
  longestGap: () => Promise<number>;
  stop: () => Promise<void>;
}

export async function startServer(directory: string): Promise<Server> {
  const port = await freePort();
  const child = fork(`${root}src/node.ts`, {
    cwd: root,
    env: { PATH: process.env.PATH, DATA_DIR: directory, PORT: String(port), LOG_LEVEL: 'warn' },
    execArgv: ['--import', new URL('./gaps.ts', import.meta.url).href],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  await listening(child);
  return {
    url: `http://127.0.0.1:${port}`,
    async longestGap() {
      child.send('gap');
      const [gap] = await once(child, 'message');
      return Number(gap);
    },
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'close');
    },
  };
}

async function listening(child: ChildProcess): Promise<void> {
  const ended = once(child, 'close').then(() => {
    throw new Error('the service did not start');
  });
  ended.catch(() => {});
  if (child.stdout) await Promise.race([once(child.stdout, 'data'), ended]);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (!address || typeof address === 'string') throw new Error('there is no free port');
  return address.port;
}
