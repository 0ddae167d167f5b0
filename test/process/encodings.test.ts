import { expect, onTestFinished, test } from 'vitest';
import { runCommand, runNode, temporaryFolder } from '../support/process.ts';

const latin1 = (text: string) => Buffer.from(text, 'latin1');

test('a command names the line that is not UTF-8, and writes nothing of it', async () => {
  const folder = temporaryFolder();
  onTestFinished(folder.remove);
  const env = { DATA_DIR: folder.path };
  const line = (text: string) => `${JSON.stringify({ id: 1, text })}\n`;
  const screened = await runCommand(['screen'], {
    env,
    input: Buffer.concat([Buffer.from(line('Tiếng Việt')), latin1(line('Ti\u00eang Vi\u00eat'))]),
  });
  expect([screened.code, screened.err]).toEqual([1, 'error: line 2 is not UTF-8\n']);
  const imported = await runCommand(['import'], { env, input: latin1('{"format":"binh-luan","\u00ea') });
  expect([imported.code, imported.err]).toEqual([1, 'error: line 1 is not UTF-8; nothing was written\n']);
  const added = await runCommand(['moderator', 'add', 'Lan', '--role', 'owner'], {
    env,
    input: latin1('m\u00eat kh\u00eau kh\u00f4ng ai \u0111o\u00e1n\n'),
  });
  expect([added.code, added.err]).toEqual([1, 'error: line 1 is not UTF-8\n']);
});

test('lines are read whole however they are cut on their way', async () => {
  const words = Array.from({ length: 2000 }, (_, id) => ({
    id,
    text: `Ý kiến thứ ${id}: đường phố rộng rãi 😀`,
  }));
  const input = words.map((word) => JSON.stringify(word)).join('\n');
  const { code, out } = await runCommand(['screen'], { input });
  expect([
    code,
    out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).id),
  ]).toEqual([0, words.map(({ id }) => id)]);
});

test('an argument that is not UTF-8 is refused', async () => {
  // A shell writes the byte that Node cannot give to another process.
  const script = `require('node:child_process').spawnSync('sh', ['-c', 'exec "$0" "$@" "$(printf "Ti\\\\352ng")"', process.execPath, 'src/cli.ts', 'site', 'add', 'bao', '--origin', 'https://bao.example', '--name'], { stdio: 'inherit' })`;
  const { err } = await runNode(['-e', script]);
  expect(err).toBe('error: an argument is not UTF-8\n');
});
