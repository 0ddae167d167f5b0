import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync } from 'node:fs';
import { migratedState } from './migrated-state.ts';
import { freePort, temporaryFolder } from './process.ts';
import { runWrangler } from './wrangler.ts';

const startMs = 240_000;

/**
 * The Worker as it is deployed: bundled by wrangler, run by workerd, on a D1 database of its own, kept in `state`. What is in
 * `env` is told to wrangler, not to the Worker.
 */
export async function startWorker(
  settings: Record<string, string> = {},
  options: readonly string[] = [],
  env: Record<string, string> = {},
) {
  const folder = temporaryFolder();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  cpSync(await migratedState(), folder.path, { recursive: true });
  const worker = runWrangler(
    folder.path,
    [
      'dev',
      ...listening(port),
      ...options,
      ...variables,
      ...Object.entries(settings).flatMap(([name, value]) => ['--var', `${name}:${value}`]),
      '--var',
      `PUBLIC_URL:${url}`,
    ],
    env,
  );
  const stop = async () => {
    await end(worker.child);
    folder.remove();
  };
  try {
    await until(worker, async () => (await fetch(`${url}/readyz`).catch(() => undefined))?.ok);
    const setupLink = (await until(worker, () => linkIn(worker.output))) ?? '';
    return { url, setupLink, state: folder.path, stop };
  } catch (error) {
    await stop();
    throw new Error(`the Worker did not start: ${worker.output.text}`, {
      cause: error,
    });
  }
}

const variables = ['--var', 'SECRET:a secret for tests, of 32 characters or more', '--var', 'LOG_LEVEL:warn'];

function listening(port: number): string[] {
  return ['--ip', '127.0.0.1', '--port', String(port), '--inspector-port', '0'];
}

/** What it answers once that is something; rejects where the Worker ends first or takes too long. */
async function until<Value>(
  { child }: { child: ChildProcess },
  look: () => Value | Promise<Value>,
): Promise<Value> {
  const deadline = Date.now() + startMs;
  while (child.exitCode === null && Date.now() < deadline) {
    const seen = await look();
    if (seen) return seen;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('not ready in time');
}

/** The latest, since a Worker whose first request failed tells another. */
function linkIn({ text }: { text: string }): string | undefined {
  return text.match(/http\S+\/moderation\/setup\/\w+/g)?.at(-1);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return;
  process.kill(-child.pid, 'SIGTERM');
  await once(child, 'close');
}
