import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { insideOf, mayMount, mayTrace, onOwnDisk } from '../support/faults.ts';
import { newFolder } from '../support/new-folder.ts';
import { startProcess } from '../support/process.ts';

test.skipIf(!mayMount)(
  'a first start on a full disk leaves no secret, and the next makes a whole one (needs user namespaces)',
  async () => {
    const directory = newFolder();
    const twice =
      'head -c 8m /dev/zero > "$0/ballast" 2>/dev/null; "$@"; ls "$0"; rm "$0/ballast"; exec "$@"';
    const service = await startProcess(
      { DATA_DIR: directory },
      { through: [...onOwnDisk(directory, 4), 'sh', '-c', twice, directory] },
    );
    onTestFinished(() => service.stop());
    expect(service.output.err).toMatch(
      /^binh-luan cannot start: [^\n]*ENOSPC: no space left on device[^\n]*\n$/,
    );
    expect(service.output.out).not.toContain('secret');
    expect(readFileSync(join(insideOf(service.pid, directory), 'secret'), 'utf8')).toMatch(/^[\w-]{43}\n$/);
  },
);

/** The words before a program that kill it at its first call of this kind. */
const killedAt = (call: string) => {
  const fault = ['-e', `trace=${call}`, '-e', `inject=${call}:signal=SIGKILL`].join(' ');
  return ['sh', '-c', `strace -f -o /dev/null ${fault} "$0" "$@"; exit 1`];
};

test.skipIf(!mayTrace).for(['fsync', 'link', 'unlink'])(
  'a first start that is killed at its %s leaves a whole secret or none (needs strace)',
  async (call) => {
    const directory = newFolder();
    const secret = join(directory, 'secret');
    const failure = await startProcess({ DATA_DIR: directory }, { through: killedAt(call) }).catch(String);
    expect(failure).toContain('the service did not start');
    expect(readdirSync(directory).some((name) => name.startsWith('secret'))).toBe(true);
    const before = existsSync(secret) ? readFileSync(secret, 'utf8') : undefined;
    const service = await startProcess({ DATA_DIR: directory });
    onTestFinished(() => service.stop());
    const after = readFileSync(secret, 'utf8');
    expect([after, before]).toEqual([expect.stringMatching(/^[\w-]{43}\n$/), before && after]);
  },
);
