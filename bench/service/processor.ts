import { readFileSync } from 'node:fs';

/** Of a second; what Linux counts by on every architecture that Node runs on. */
const ticks = 100;

/** The milliseconds of processor time that a process took since its start, all of its threads: see proc_pid_stat(5). */
export function processorMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // After the name in brackets, which may have spaces in it.
  const [, , , , , , , , , , , user, system] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return ((Number(user) + Number(system)) * 1000) / ticks;
}
