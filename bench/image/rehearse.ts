// Does the steps of the Dockerfile where there is no engine for containers, and serves what comes of it with a root that
// nobody can write to, as the image's user: npx node bench/image/rehearse.ts (as root, on Debian 12).
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  commandOf,
  copiesOf,
  environmentOf,
  healthCheckOf,
  readStages,
  type Stage,
  wordsOf,
} from './dockerfile.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** What `cc-debian12` is made of, by its own word: https://github.com/GoogleContainerTools/distroless. */
const packages = ['base-files', 'netbase', 'tzdata', 'media-types', 'ca-certificates'].concat([
  'libc6',
  'libssl3',
  'libgcc-s1',
  'libgomp1',
  'libstdc++6',
]);
const port = '18787';
const challenges = '/api/v1/sites/demo/challenges';

const work = mkdtempSync(join(tmpdir(), 'image-'));
try {
  const [build, image] = readStages(new URL('../../Dockerfile', import.meta.url));
  if (!build || !image) throw new Error('the Dockerfile has no two stages');
  buildOver(build);
  makeImage(image);
  console.log(`${megabytes(join(work, 'image'))} MB, ${megabytes(join(work, 'image/app'))} of them ours`);
  await serve(image);
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** The first stage in a layer over this machine, whose Node is the one of the project. */
function buildOver(stage: Stage): void {
  for (const folder of ['changes', 'aside', 'root']) mkdirSync(join(work, folder));
  mkdirSync(join(work, 'changes/usr/local/bin'), { recursive: true });
  cpSync(process.execPath, join(work, 'changes/usr/local/bin/node'));
  for (const { from, to } of copiesOf(stage))
    for (const path of from)
      cpSync(join(root, path), join(work, 'changes/app', to === './' ? path : to), { recursive: true });
  const layer = `lowerdir=/,upperdir=${work}/changes,workdir=${work}/aside`;
  const run = wordsOf(stage, 'RUN').map(
    (words) => `chroot ${work}/root sh -ec 'cd /app; ${words.replaceAll("'", `'\\''`)}'`,
  );
  inMounts([
    `mount -t overlay -o ${layer} overlay ${work}/root`,
    `mount -t proc proc ${work}/root/proc`,
    ...run,
  ]);
}

function makeImage(stage: Stage): void {
  const image = join(work, 'image');
  const archives = join(work, 'archives');
  mkdirSync(archives);
  execFileSync('apt-get', ['download', ...packages], { cwd: archives, stdio: 'ignore' });
  execFileSync('sh', ['-ec', `for one in ${archives}/*.deb; do dpkg-deb -x "$one" ${image}; done`]);
  for (const { from, to } of copiesOf(stage))
    cpSync(join(work, 'changes', from[0] ?? ''), join(image, to), { recursive: true });
  for (const folder of ['tmp', 'proc', 'dev']) mkdirSync(join(image, folder), { recursive: true });
  const [user = ''] = wordsOf(stage, 'USER');
  const [uid, gid] = user.split(':').map(Number);
  mkdirSync(join(work, 'volume'), { mode: 0o700 });
  chownSync(join(work, 'volume'), uid ?? 0, gid ?? 0);
}

/** Starts it, asks as an engine does whether it is well, and stops it. */
async function serve(stage: Stage): Promise<void> {
  const env = variablesOf(stage);
  const service = spawn('unshare', inImage(stage, commandOf(stage)), { stdio: 'inherit', env });
  const ended = once(service, 'close');
  try {
    await askAll(stage);
  } finally {
    const stopped = performance.now();
    service.kill(wordsOf(stage, 'STOPSIGNAL')[0] === 'SIGINT' ? 'SIGINT' : 'SIGTERM');
    const [code] = await ended;
    console.log(`ended by ${code} after ${Math.round(performance.now() - stopped)} ms`);
  }
}

async function askAll(stage: Stage): Promise<void> {
  const started = performance.now();
  for (let look = 0; !isWell(stage) && look < 100; look += 1);
  console.log(`well after ${Math.round(performance.now() - started)} ms: ${isWell(stage)}`);
  for (const path of ['/', '/embed.js', '/readyz', '/openapi.json', challenges]) console.log(await ask(path));
}

async function ask(path: string): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const posted = path === challenges ? { method: 'POST', headers, body: '{}' } : {};
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, posted);
  return `${path}: ${answer.status}, ${(await answer.arrayBuffer()).byteLength} bytes`;
}

function isWell(stage: Stage): boolean {
  try {
    execFileSync('unshare', inImage(stage, healthCheckOf(stage)), {
      stdio: 'ignore',
      env: variablesOf(stage),
    });
    return true;
  } catch {
    return false;
  }
}

/** The words for `unshare` that run a command in the image: nothing can be written to but its volume and `/tmp`. */
function inImage(stage: Stage, command: readonly string[]): string[] {
  const image = join(work, 'image');
  const volume = join(work, 'volume');
  const [user = ''] = wordsOf(stage, 'USER');
  const [directory = '/'] = wordsOf(stage, 'WORKDIR');
  const [uid = '', gid = ''] = user.split(':');
  const mounts = [
    `mount --bind ${image} ${image}`,
    `mount -o remount,ro,bind ${image}`,
    `mount -t tmpfs -o noexec,nosuid,nodev tmpfs ${image}/tmp`,
    `mount --bind ${volume} ${image}/data`,
    `mount -t proc proc ${image}/proc`,
    `mount --bind /dev ${image}/dev`,
  ];
  const into = `exec unshare --root=${image} --wd=${directory} --setgid=${gid} --setuid=${uid} -- "$@"`;
  const words = ['/usr/local/bin/node', ...command.slice(1)];
  return ['--mount', 'sh', '-ec', [...mounts, into].join('\n'), 'sh', ...words];
}

function variablesOf(stage: Stage): Record<string, string> {
  return { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', ...environmentOf(stage), PORT: port, HOST: '127.0.0.1' };
}

function inMounts(lines: readonly string[]): void {
  const path = `${dirname(process.execPath)}:${process.env.PATH}`;
  execFileSync('unshare', ['--mount', 'sh', '-ec', lines.join('\n')], {
    stdio: 'inherit',
    env: { ...process.env, PATH: path },
  });
}

function megabytes(folder: string): number {
  return Math.round(
    (Number(execFileSync('du', ['-sk', folder], { encoding: 'utf8' }).split('\t')[0]) * 1024) / 1e6,
  );
}
