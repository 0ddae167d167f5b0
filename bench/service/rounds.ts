import type { Load } from './load.ts';

/** So many rounds in which all take turns, since a shared machine is faster at one time than at another. */
export async function inTurn<Name extends string>(
  rounds: number,
  measures: Readonly<Record<Name, () => Promise<Load>>>,
): Promise<Record<Name, Load[]>> {
  const names = Object.keys(measures) as Name[];
  const loads = Object.fromEntries(names.map((name): [string, Load[]] => [name, []])) as Record<Name, Load[]>;
  for (let round = 0; round < rounds; round++) {
    for (const name of names) loads[name].push(await measures[name]());
  }
  return loads;
}

/** The middle of the rounds' ratios: of two measured one right after the other. */
export function ratioOf(ours: readonly Load[], theirs: readonly Load[]): number {
  return median(ours.map(({ perSecond }, round) => perSecond / (theirs[round]?.perSecond ?? 0)));
}

/** The middle rates of both; where asking took a whole core, theirs may be more than could be seen. */
export function ratesText(ours: readonly Load[], theirs: readonly Load[]): string {
  const rate = (loads: readonly Load[]) => median(loads.map(({ perSecond }) => perSecond)).toFixed(0);
  const busy = median(theirs.map((load) => load.busy));
  const limited = busy > 0.9 ? ', which asking limits' : '';
  return `${rate(ours)} of ${rate(theirs)} a second${limited}`;
}

export function failuresOf(...loads: readonly (readonly Load[])[]): number {
  return loads.flat().reduce((sum, { failed }) => sum + failed, 0);
}

export function median(numbers: readonly number[]): number {
  return percentile(numbers, 0.5);
}

export function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
}
