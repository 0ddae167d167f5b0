import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** In a group of its own, since wrangler starts workerd beside itself; local, with what it keeps in `state`. */
export function runWrangler(state: string, args: readonly string[], env: Record<string, string> = {}) {
  const child = spawn('node_modules/.bin/wrangler', [...args, '--local', '--persist-to', state], {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', HOME: state, CI: '1', WRANGLER_SEND_METRICS: 'false', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const output = { text: '' };
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output.text += text;
    });
  }
  return { child, output };
}

/** Applies the migrations to the local D1 database there; rejects where that fails. */
export async function migrate(state: string): Promise<void> {
  const { child, output } = runWrangler(state, ['d1', 'migrations', 'apply', 'DB']);
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`the migrations were not applied: ${output.text}`);
}
