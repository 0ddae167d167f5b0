import { readFileSync, writeFileSync } from 'node:fs';
import type { Bench } from './bench.ts';
import { countComments } from './folder.ts';
import type { Row } from './report.ts';

/** What the server has in memory after all that was asked of it, and the most that it had. */
export async function* memoryRows({ server, folder }: Bench): AsyncGenerator<Row> {
  const { now, peak } = memoryOf(server.pid);
  yield {
    what: 'memory at most, under all of this',
    value: peak,
    unit: 'MB',
    reach: { most: 150 },
    note: `${now.toFixed(0)} MB now, ${countComments(folder)} comments`,
  };
}

/** Megabytes that are not on the disk. */
export function memoryOf(pid: number): { now: number; peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const line = (name: string) => (Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) * 1024) / 1e6;
  return { now: line('VmRSS'), peak: line('VmHWM') };
}

/** From here on the peak is counted anew: see proc_pid_clear_refs(5). */
export function forgetPeak(pid: number): void {
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
}
