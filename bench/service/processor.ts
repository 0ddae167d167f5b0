import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** Of a second; what Linux counts by on every architecture that Node runs on. */
const ticks = 100;

/** The milliseconds of processor time that a process took since its start, all of its threads: see proc_pid_stat(5). */
export function processorMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // After the name in brackets, which may have spaces in it.
  const [, , , , , , , , , , , user, system] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return ((Number(user) + Number(system)) * 1000) / ticks;
}

const glanceMs = 200;

/** Resolves once a process does hardly anything: what was asked for before may have left it work, such as captchas. */
export async function untilIdle(pid: number): Promise<void> {
  for (let before = processorMs(pid); ; ) {
    await wait(glanceMs);
    const now = processorMs(pid);
    if (now - before <= glanceMs / 10) return;
    before = now;
  }
}
