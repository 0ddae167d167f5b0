import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import manifest from '../../package.json' with { type: 'json' };
import { build } from '../../src/store/database.ts';
import { openDataDir } from '../../src/store/files/data-dir.ts';
import { lockForServing } from '../../src/store/files/server-lock.ts';
import { readArguments } from '../arguments.ts';
import { writeWxr } from './wxr-file.ts';

// What it takes to bring in an export of WordPress, and how long others wait who write meanwhile.

const { numberOf } = readArguments('npm run bench:import -- [--comments N]', {
  comments: { type: 'string', default: '50000' },
});
const comments = numberOf('comments', 1, 10_000_000);
const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'binh-luan-bench-'));
/** What `npm run cli` gives Node. */
const words = manifest.scripts.cli.split(' ').slice(1);
/** Says how much memory, and how much of a processor, the command took. */
const tellUse =
  'data:text/javascript,process.on("exit",()=>{const u=process.resourceUsage();console.error("USED "+u.maxRSS+" "+(u.userCPUTime+u.systemCPUTime))})';

try {
  const file = join(folder, 'export.xml');
  const bytes = await writeWxr(file, comments);
  tell('the file', `${comments} comments, ${(bytes / 1e6).toFixed(0)} MB`);
  const given = ['import', '--from', 'wordpress', file, '--site', 'bao'];
  await timeAlone(given);
  await timeServed(given);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function timeAlone(given: readonly string[]): Promise<void> {
  const here = await openSite('alone');
  const { seconds, processor, megabytes } = await run(here, given);
  tell('where nobody is served', rate(seconds));
  tell('  a million of these', minutes(seconds), 'under 10 min');
  tell('  by the processor alone', minutes(processor), 'under 10 min');
  tell('  memory at most', `${megabytes} MB`, 'under 300 MB');
  tell('  once more, adding nothing', rate((await run(here, given)).seconds));
  tell('  check', (await run(here, ['check'])).code === 0 ? 'clean' : 'WRONG', 'clean');
}

async function timeServed(given: readonly string[]): Promise<void> {
  const here = await openSite('served');
  const ending = new AbortController();
  const waits = writeBeside(here, ending.signal);
  const { seconds } = await run(here, given);
  ending.abort();
  tell('beside somebody who writes', rate(seconds));
  tell('  who waits', await waits, 'under 50 ms');
}

async function openSite(name: string): Promise<string> {
  const here = join(folder, name);
  await run(here, ['site', 'add', 'bao', '--name', 'Báo', '--origin', 'https://bao.example']);
  return here;
}

function rate(seconds: number): string {
  return `${seconds.toFixed(1)} s, ${Math.round(comments / seconds)} comments a second`;
}

function minutes(seconds: number): string {
  return `${((seconds / comments) * (1e6 / 60)).toFixed(1)} min`;
}

async function run(directory: string, args: readonly string[]) {
  const began = performance.now();
  const child = spawn(process.execPath, ['--import', tellUse, ...words, ...args], {
    cwd: root,
    env: { ...process.env, DATA_DIR: directory },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const [code] = await once(child, 'close');
  const [, kib, microseconds] = /USED (\d+) (\d+)/.exec(said) ?? [];
  if (code !== 0 && args[0] !== 'check') throw new Error(said);
  return {
    code,
    seconds: (performance.now() - began) / 1000,
    processor: Number(microseconds) / 1e6,
    megabytes: Math.round(Number(kib) / 1024),
  };
}

/** Somebody who writes ten times a second, as a service does that is being used. */
async function writeBeside(directory: string, signal: AbortSignal): Promise<string> {
  const lock = lockForServing(directory);
  const database = openDataDir(directory);
  lock.noteServed();
  const waits: number[] = [];
  while (!signal.aborted) {
    const began = performance.now();
    await database.query(sql`update sites set version = version + 1 where id = 'bao'`.compile(build));
    waits.push(performance.now() - began);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await database.close();
  lock.release();
  const sorted = waits.toSorted((one, other) => one - other);
  const at = (share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
  return `${at(0.5)} ms at the middle, ${at(0.95)} ms at 95 %, ${at(1)} ms at most`;
}

function tell(what: string, is: string, reach = ''): void {
  console.log(`${what.padEnd(28)} ${is.padEnd(52)} ${reach}`);
}
