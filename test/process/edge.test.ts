import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/process.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const megabyte = 1_000_000;

test('what is deployed is under a megabyte, and shows the files for browsers and no others', async () => {
  const folder = temporaryFolder();
  try {
    const { stdout } = await promisify(execFile)(
      'node_modules/.bin/wrangler',
      ['deploy', '--dry-run', '--outdir', folder.path],
      {
        cwd: root,
        env: { PATH: process.env.PATH ?? '', HOME: folder.path, CI: '1', WRANGLER_SEND_METRICS: 'false' },
      },
    );
    const modules = readdirSync(folder.path, { recursive: true, encoding: 'utf8' })
      .filter((name) => !/(^\.|\/\.|\.map$|README\.md$)/.test(name))
      .map((name) => join(folder.path, name))
      .filter((path) => statSync(path).isFile());
    const bytes = modules.reduce((sum, path) => sum + gzipSync(readFileSync(path)).length, 0);
    console.log(`the Worker is ${Math.round(bytes / 1000)} kB, compressed`);
    expect(bytes).toBeGreaterThan(megabyte / 10);
    expect(bytes).toBeLessThan(megabyte);
    expect(stdout).toContain(`${join(root, 'built/public')}`);
  } finally {
    folder.remove();
  }
});

test('the Worker is told to serve the files for browsers, to ask before us, and to clean up', () => {
  const toml = readFileSync(join(root, 'wrangler.toml'), 'utf8');
  const said = (name: string) => [...toml.matchAll(new RegExp(`^${name} = (.+)$`, 'gm'))].map(([, it]) => it);
  expect(said('directory')).toEqual(['"built/public"']);
  expect(said('run_worker_first')).toEqual(['true']);
  expect(said('name')).toEqual(['"binh-luan"', '"POSTING_LIMIT"', '"CHALLENGE_LIMIT"']);
  expect(said('crons')).toEqual(['["17 * * * *", "* * * * *"]']);
});
