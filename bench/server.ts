import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { get } from 'node:http';
import { fileURLToPath } from 'node:url';
import manifest from '../package.json' with { type: 'json' };
import { freePort } from '../test/support/process.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const patienceMs = 120_000;

export interface Start {
  env?: Record<string, string>;
  /** A module that is loaded into it first, and that messages can be exchanged with. */
  preload?: URL;
  /** Where its log goes: a file that is open. */
  log?: number;
}

/** A server as a process of its own. */
export interface Server {
  url: string;
  pid: number;
  child: ChildProcess;
  /** Milliseconds from its start to the first 200 of `/readyz`. */
  readyMs: number;
  stop: () => Promise<void>;
}

/** The service as `npm start` has it. */
export function serveComments(start: Start): Promise<Server> {
  const [, name = '', value = '', words = ''] =
    /^(\w+)=(\S+) exec node (.+)$/.exec(manifest.scripts.start) ?? [];
  return serve(words.split(' '), { ...start, env: { [name]: value, ...start.env } });
}

/** Gives Node these words for a script of ours that listens on `PORT`; resolves once `/readyz` is answered by 200. */
export async function serve(words: readonly string[], start: Start = {}): Promise<Server> {
  const { env = {}, preload, log } = start;
  const port = await freePort();
  const started = performance.now();
  const node = [...(preload ? ['--import', preload.href] : []), ...words];
  // As many sockets as the machine allows; `exec` keeps the process id.
  const shell = ['-c', 'ulimit -n "$(ulimit -Hn)"; exec "$0" "$@"', process.execPath, ...node];
  const child = spawn('sh', shell, {
    cwd: root,
    env: { PATH: process.env.PATH, ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', log ?? 'inherit', ...(preload ? (['ipc'] as const) : [])],
  });
  const abandon = () => child.kill();
  process.once('exit', abandon);
  child.once('close', () => process.off('exit', abandon));
  const url = `http://127.0.0.1:${port}`;
  await untilReady(url, child);
  const readyMs = performance.now() - started;
  return { url, pid: child.pid ?? 0, child, readyMs, stop: () => stop(child) };
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  const deadline = performance.now() + patienceMs;
  while (!(await isReady(url))) {
    if (child.exitCode !== null || performance.now() > deadline) throw new Error('the server did not start');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

function isReady(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = get(`${url}/readyz`, { agent: false }, (answer) => {
      answer.resume();
      resolve(answer.statusCode === 200);
    });
    asked.on('error', () => resolve(false));
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'close');
}
