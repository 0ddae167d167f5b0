import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { copiesOf, environmentOf, healthCheckOf, readStages, wordsOf } from '../../bench/image/dockerfile.ts';
import manifest from '../../package.json' with { type: 'json' };
import { readSettings, settingNames } from '../../src/settings.ts';
import { newFolder } from '../support/new-folder.ts';
import { runNode, startProcess } from '../support/process.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const stages = readStages(join(root, 'Dockerfile'));
const build = stages[0] ?? { base: '', steps: [] };
const image = stages.at(-1) ?? build;

/** Seconds within which a server that is told to stop has ended: see `src/service/stopping.ts`. */
const stopping = 10;
const mayAnalyze = spawnSync('systemd-analyze', ['--version']).status === 0;

const known = (names: string[]) =>
  names.filter((name) => (settingNames as string[]).includes(name) || name === 'MALLOC_ARENA_MAX');

test('the image is made by the Node of the project, of files that are there and no others', () => {
  expect(build.base).toBe(`node:${manifest.devDependencies.node}-bookworm-slim`);
  expect(Number(manifest.devDependencies.node.split('.')[0])).toBeGreaterThanOrEqual(
    Number(/\d+/.exec(manifest.engines.node)?.[0]),
  );
  const copied = copiesOf(build).flatMap(({ from }) => from);
  expect(copied.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  const sent = read('.dockerignore')
    .split('\n')
    .filter((line) => line.startsWith('!'));
  expect([read('.dockerignore').includes('\n*\n'), sent.map((line) => line.slice(1))]).toEqual([
    true,
    copied,
  ]);
  const made = copiesOf(image);
  expect(made.map(({ isOfStage }) => isOfStage)).toEqual(made.map(() => true));
});

test('the image serves as nobody of rights, where it says, and writes to its volume alone', () => {
  const environment = environmentOf(image);
  expect(known(Object.keys(environment))).toEqual(Object.keys(environment));
  const { PORT, DATA_DIR, HOST } = readSettings(environment);
  expect([PORT, HOST]).toEqual([readSettings({}).PORT, '0.0.0.0']);
  expect([wordsOf(image, 'EXPOSE'), wordsOf(image, 'VOLUME')]).toEqual([[String(PORT)], [DATA_DIR]]);
  expect([wordsOf(image, 'USER'), wordsOf(image, 'STOPSIGNAL')]).toEqual([['1000:1000'], ['SIGTERM']]);
});

test('the health check of the image needs nothing but Node, and tells who serves from who does not', async () => {
  const [program, ...words] = healthCheckOf(image);
  const service = await startProcess();
  onTestFinished(() => service.stop());
  const env = { PORT: service.env.PORT };
  const seen = [(await runNode(words, { env })).code];
  service.signal('SIGTERM');
  await service.ended;
  seen.push((await runNode(words, { env })).code);
  expect([program, seen]).toEqual(['node', [0, 1]]);
});

test('compose gives the image a read-only root, its volume, limits, and time to stop', () => {
  const compose = read('deploy/compose.yaml');
  const given = (name: string) => new RegExp(`^ {4}${name}: ?(.*)$`, 'm').exec(compose)?.[1];
  const { PORT, DATA_DIR } = readSettings(environmentOf(image));
  const names = [...compose.matchAll(/^ {6}([A-Z_]+): /gm)].map(([, name = '']) => name);
  expect([names.length > 0, known(names)]).toEqual([true, names]);
  expect([given('ports'), given('volumes')]).toEqual([
    `['127.0.0.1:${PORT}:${PORT}']`,
    `['data:${DATA_DIR}']`,
  ]);
  expect([given('read_only'), given('cap_drop'), given('security_opt')]).toEqual([
    'true',
    '[ALL]',
    "['no-new-privileges:true']",
  ]);
  expect([given('tmpfs'), given('mem_limit'), given('pids_limit')]).toEqual([
    "['/tmp:size=64m,mode=1777,noexec,nosuid,nodev']",
    '2g',
    '128',
  ]);
  expect(Number.parseInt(given('stop_grace_period') ?? '', 10)).toBeGreaterThan(stopping);
});

test('the unit starts as npm start does, keeps its data where it may write, and has time to stop', () => {
  const unit = read('deploy/binh-luan.service');
  const given = (name: string) => new RegExp(`^${name}=(.*)$`, 'm').exec(unit)?.[1];
  const node = '/opt/binh-luan/node_modules/.bin/node';
  const start = `${given('Environment=MALLOC_ARENA_MAX')} ${given('ExecStart')?.replace(node, 'exec node')}`;
  expect([`MALLOC_ARENA_MAX=${start}`, given('WorkingDirectory')]).toEqual([
    manifest.scripts.start,
    '/opt/binh-luan',
  ]);
  expect([given('Environment=DATA_DIR'), given('StateDirectory')]).toEqual([
    '/var/lib/binh-luan',
    'binh-luan',
  ]);
  expect(Number(given('TimeoutStopSec'))).toBeGreaterThan(stopping);
});

test.skipIf(!mayAnalyze)(
  'systemd finds no fault with the unit, and little that it may do (where there is systemd-analyze)',
  () => {
    const file = join(newFolder(), 'binh-luan.service');
    writeFileSync(
      file,
      read('deploy/binh-luan.service').replaceAll('/opt/binh-luan', root.replace(/\/$/, '')),
    );
    const verified = spawnSync('systemd-analyze', ['verify', file], { encoding: 'utf8' });
    expect([verified.status, verified.stderr]).toEqual([0, '']);
    const report = execFileSync('systemd-analyze', ['security', '--offline=true', file], {
      encoding: 'utf8',
    });
    expect(Number(/exposure level for \S+: ([\d.]+)/.exec(report)?.[1])).toBeLessThan(1.5);
  },
);
