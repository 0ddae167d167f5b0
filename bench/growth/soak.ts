// What an hour does to it: `npm run bench:soak`.
import { setTimeout as wait } from 'node:timers/promises';
import { readArguments } from '../arguments.ts';
import { countComments } from '../service/folder.ts';
import { machineText } from '../service/machine.ts';
import { memoryOf } from '../service/memory.ts';
import { percentile } from '../service/rounds.ts';
import { openPlace, type Place, sizesOf } from './place.ts';
import { slopeOf } from './slope.ts';
import { startVisits, type Visit } from './visits.ts';

const usage = 'npm run bench:soak -- [--minutes N] [--comments N] [--database FOLDER]';
const samples = 60;

/** Megabytes at a time, in milliseconds. */
interface Sample {
  at: number;
  memory: number;
  log: number;
}

async function soak(): Promise<void> {
  const { values, numberOf } = readArguments(usage, {
    minutes: { type: 'string', default: '60' },
    comments: { type: 'string', default: '1000000' },
    database: { type: 'string' },
  });
  const lasts = numberOf('minutes', 1, 10_000) * 60_000;
  const place = await openPlace({
    database: values.database,
    comments: numberOf('comments', 1000, 10_000_000),
  });
  try {
    console.log(`${countComments(place.folder)} comments; ${machineText(place.machine)}\n`);
    const coming = startVisits(place);
    const taken = await watch(place, lasts, coming.visits);
    await coming.stop();
    const { failed, turnedAway } = coming.counts;
    printEnd(taken, coming.visits);
    console.log(`${failed} failed, ${turnedAway} turned away; ${countComments(place.folder)} comments`);
    process.exitCode = failed === 0 ? 0 : 1;
  } finally {
    await place.close();
  }
}

/** Prints how it goes, and gives all samples. */
async function watch(place: Place, lasts: number, visits: ReadonlyMap<string, Visit[]>): Promise<Sample[]> {
  const kinds = [...visits.keys()];
  console.log(['minute', 'RSS MB', 'log MB', ...kinds.map((what) => `${what} p99`)].map(cell).join(''));
  const taken: Sample[] = [];
  const started = performance.now();
  for (let turn = 1; turn <= samples; turn += 1) {
    const before = performance.now();
    await wait(started + (turn * lasts) / samples - before);
    const at = performance.now();
    const sample = { at, memory: memoryOf(place.server.pid).now, log: sizesOf(place).log };
    taken.push(sample);
    const late = kinds.map((what) => p99((visits.get(what) ?? []).filter((visit) => visit.at >= before)));
    const figures = [(at - started) / 60_000, sample.memory, sample.log, ...late];
    console.log(figures.map((figure) => cell(figure.toFixed(1))).join(''));
  }
  return taken;
}

/** What came before the first sample is left out: everything is new to a server that has just begun. */
function printEnd(taken: readonly Sample[], visits: ReadonlyMap<string, Visit[]>): void {
  const [first, last] = [taken[0], taken.at(-1)];
  if (!first || !last) return;
  const later = taken.slice(taken.length / 4);
  const perHour = slopeOf(later.map(({ at, memory }) => ({ x: at / 3_600_000, y: memory })));
  console.log(
    `\nRSS: ${first.memory.toFixed(0)} MB at first, ${last.memory.toFixed(0)} MB in the end, ` +
      `${perHour.toFixed(1)} MB more an hour after the first quarter`,
  );
  console.log(`log: ${Math.max(...taken.map(({ log }) => log)).toFixed(1)} MB at most`);
  const quarter = (last.at - first.at) / 4;
  for (const [what, all] of visits) {
    const [early, late] = [
      all.filter(({ at }) => at >= first.at && at < first.at + quarter),
      all.filter(({ at }) => at >= last.at - quarter),
    ].map(p99);
    console.log(
      `${what}: ${all.length}, p99 ${early?.toFixed(1)} ms at first, ${late?.toFixed(1)} in the end`,
    );
  }
}

function p99(visits: readonly Visit[]): number {
  return percentile(
    visits.map(({ ms }) => ms),
    0.99,
  );
}

function cell(text: string): string {
  return text.padStart(13);
}

await soak();
