import { availableParallelism, loadavg } from 'node:os';

/** What figures that are not ratios depend on. */
export interface Machine {
  node: string;
  cores: number;
  /** How many others wanted a core in the minute before. */
  load: number;
}

export function lookAtMachine(): Machine {
  const [load = 0] = loadavg();
  return { node: process.version, cores: availableParallelism(), load };
}

export function machineText({ node, cores, load }: Machine): string {
  const shared = load > cores / 2 ? ': what is no ratio says little' : '';
  return `Node ${node.slice(1)}, ${cores} cores, load ${load.toFixed(1)} before we began${shared}`;
}
