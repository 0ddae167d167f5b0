import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import manifest from '../../package.json' with { type: 'json' };

const root = fileURLToPath(new URL('../..', import.meta.url));
/** What `npm start` and `npm run cli` give Node. */
const words = (script: string) => script.replace(/^.*?\bnode /, '').split(' ');
const { start: serving, cli } = manifest.scripts;

export function temporaryFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'binh-luan-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

interface Given {
  env?: Record<string, string>;
  input?: string | Uint8Array;
  start?: Start;
}

export interface Finished {
  code: number | null;
  out: string;
  err: string;
}

/** Runs one of our commands to its end, as `npm run -s cli -- …` does. */
export function runCommand(args: readonly string[], given: Given = {}): Promise<Finished> {
  return runNode([...words(cli), ...args], given);
}

/** Runs one of our programs to its end. */
export function runNode(
  args: readonly string[],
  { env = {}, input = '', start = {} }: Given = {},
): Promise<Finished> {
  const child = startNode(args, env, start);
  const output = collect(child);
  // A command may end before it has read everything.
  child.stdin?.on('error', () => undefined).end(input);
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, ...output })));
}

/** How a process is started otherwise than usual. */
export interface Start {
  /** The words before `node`. */
  through?: readonly string[];
  /** A module that is loaded before any of ours. */
  preload?: string;
  user?: number | undefined;
  /** Given what it writes, while it still starts. */
  watch?: (output: { out: string; err: string }) => void;
}

/** The service as a process of its own, on a free port and with a data folder of its own where none are given. */
export async function startProcess(env: Record<string, string> = {}, start: Start = {}) {
  const folder = temporaryFolder();
  const port = env.PORT ?? String(await freePort());
  const settings = {
    DATA_DIR: folder.path,
    PORT: port,
    LOG_LEVEL: 'warn',
    DEMO_COMMENTS: 'off',
    ...env,
  };
  const child = startNode(words(serving), settings, start);
  const output = collect(child);
  start.watch?.(output);
  const url = `http://127.0.0.1:${port}`;
  await until(() => output.out.includes(`binh-luan: ${env.PUBLIC_URL ?? url}`), child, output);
  return {
    url,
    env: settings,
    output,
    pid: child.pid ?? 0,
    setupLink: /http\S+\/moderation\/setup\/\S+/.exec(output.out)?.[0] ?? '',
    command: (args: readonly string[], input?: string) =>
      runCommand(args, { env: settings, ...(input === undefined ? {} : { input }) }),
    signal: (name: NodeJS.Signals) => child.kill(name),
    ended: new Promise<number | null>((resolve) => child.once('close', resolve)),
    async stop() {
      child.kill('SIGTERM');
      await this.ended;
      folder.remove();
    },
  };
}

export type ServiceProcess = Awaited<ReturnType<typeof startProcess>>;

/** Resolves once the condition holds; rejects where the process ends first or two minutes pass. */
export async function until(
  condition: () => boolean,
  child: ChildProcess,
  output: { err: string },
): Promise<void> {
  const deadline = Date.now() + 120_000;
  while (!condition()) {
    if (child.exitCode !== null || Date.now() > deadline) {
      child.kill('SIGKILL');
      throw new Error(`the service did not start: ${output.err}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function startNode(
  args: readonly string[],
  env: Record<string, string>,
  { through = [], preload, user }: Start = {},
): ChildProcess {
  const loaded = preload === undefined ? [] : ['--import', preload];
  const [command = '', ...words] = [...through, process.execPath, ...loaded, ...args];
  return spawn(command, words, {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', ...env },
    ...(user !== undefined && { uid: user, gid: user }),
  });
}

export function collect(child: ChildProcess): { out: string; err: string } {
  const output = { out: '', err: '' };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    output.out += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    output.err += text;
  });
  return output;
}

/** Below those from which systems take a port for what a process asks of another, so that none of these takes it first. */
const ports = { first: 15_000, count: 16_000 };

/** A port of loopback that nothing listens on. */
export async function freePort(): Promise<number> {
  const port = ports.first + Math.floor(Math.random() * ports.count);
  const server = createServer();
  const isFree = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => resolve(true));
  });
  if (!isFree) return freePort();
  return new Promise((resolve) => server.close(() => resolve(port)));
}
