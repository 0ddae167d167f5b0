import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const patienceMs = 300_000;
const stoppingMs = 15_000;

/** What was started and has not ended; none outlives us. */
const started = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of started) end(child, 'SIGKILL');
});

/** How a command went: to its end, or on as a server. */
export interface Outcome {
  ended: number | 'serves' | 'too long';
  out: string;
  said: string;
}

export interface Shell {
  run: (command: string, input?: string) => Promise<Outcome>;
  /** Ends what serves, as Ctrl+C does; resolves with the commands that did not end. */
  stop: () => Promise<string[]>;
}

/**
 * Gives commands one after the other, as somebody does at a terminal: the folder and the variables of one are those of the next.
 * One that begins to answer at one of the ports goes on as a server, and the next is given beside it.
 */
export function openShell(
  folder: string,
  environment: Readonly<Record<string, string>>,
  ports: readonly number[],
): Shell {
  const kept = join(environment.HOME ?? folder, 'state');
  const serving = new Map<string, ChildProcess>();
  const script = `set -a; [ -e '${kept}' ] && . '${kept}'
eval "$0"
code=$?
{ export -p; printf 'cd %q\\n' "$PWD"; } > '${kept}'
exit $code`;

  return {
    async run(command, input = '') {
      const taken = new Set(await answering(ports));
      const child = spawn('bash', ['-c', script, command], { cwd: folder, env: environment, detached: true });
      started.add(child);
      const said = collect(child);
      const closed = once(child, 'close');
      child.stdin?.on('error', () => undefined).end(input);
      const deadline = Date.now() + patienceMs;
      while (isOn(child)) {
        const now = await answering(ports);
        if (now.some((port) => !taken.has(port))) {
          serving.set(command, child);
          return { ended: 'serves', ...said };
        }
        if (Date.now() > deadline) {
          end(child, 'SIGKILL');
          return { ended: 'too long', ...said };
        }
        await Promise.race([sleep(100), closed]);
      }
      started.delete(child);
      // What it left behind itself may keep its streams open.
      await Promise.race([sleep(1000), closed]);
      return { ended: child.exitCode ?? 1, ...said };
    },
    async stop() {
      const left: string[] = [];
      for (const [command, child] of serving) {
        end(child, 'SIGINT');
        const isOff = await untilOff(child);
        started.delete(child);
        if (isOff) continue;
        left.push(command);
        end(child, 'SIGKILL');
      }
      serving.clear();
      return left;
    },
  };
}

function collect(child: ChildProcess): { out: string; said: string } {
  const output = { out: '', said: '' };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    output.out += text;
    output.said += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    output.said += text;
  });
  return output;
}

const isOn = ({ exitCode, signalCode }: ChildProcess) => exitCode === null && signalCode === null;

/** The group of the command, with what it started. */
function end({ pid = 0 }: ChildProcess, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // It has ended by itself.
  }
}

/** Whether nothing of the command's group is left in time. */
async function untilOff({ pid = 0 }: ChildProcess): Promise<boolean> {
  const deadline = Date.now() + stoppingMs;
  while (Date.now() < deadline) {
    try {
      process.kill(-pid, 0);
    } catch {
      return true;
    }
    await sleep(50);
  }
  return false;
}

async function answering(ports: readonly number[]): Promise<number[]> {
  const all = await Promise.all(ports.map(async (port) => ((await answers(port)) ? [port] : [])));
  return all.flat();
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const say = (does: boolean) => {
      socket.destroy();
      resolve(does);
    };
    socket.once('connect', () => say(true)).once('error', () => say(false));
  });
}
