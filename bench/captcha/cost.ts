/** The middle and the largest of many. */
export interface Spread {
  middle: number;
  largest: number;
}

export function spreadOf(numbers: readonly number[]): Spread {
  const sorted = numbers.toSorted((a, b) => a - b);
  return { middle: sorted[sorted.length >> 1] ?? 0, largest: sorted.at(-1) ?? 0 };
}

/** Milliseconds, of as many runs; the first few only warm up. */
export function timesOf(run: () => unknown, runs: number): Spread {
  for (let warmUp = 0; warmUp < runs / 10; warmUp++) run();
  const took = Array.from({ length: runs }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return spreadOf(took);
}
