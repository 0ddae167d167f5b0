/** What one line of the table says; `most` is what the figure may be. */
export interface Line {
  what: string;
  /** Milliseconds of each request, or one figure of another unit. */
  times?: readonly number[];
  figure?: { value: number; unit: string };
  most?: number;
  gap?: number;
  note?: string;
}

const mostGap = 50;

export function printHead(): void {
  console.log(
    `${'what'.padEnd(44)}${'p50'.padStart(9)}${'p95'.padStart(9)}${'most'.padStart(9)}${'gap'.padStart(8)}`,
  );
}

/** Prints a line at once, so that a long run shows how it goes; returns whether it keeps what was promised. */
export function printLine({ what, times, figure, most, gap, note }: Line): boolean {
  const value = times ? percentile(times, 0.95) : (figure?.value ?? 0);
  const slow = most !== undefined && value > most;
  const stuck = gap !== undefined && gap > mostGap;
  const cells = [
    times ? percentile(times, 0.5).toFixed(1) : '',
    times ? value.toFixed(1) : `${round(value)} ${figure?.unit ?? ''}`,
    most === undefined ? '' : String(most),
    gap === undefined ? '' : gap.toFixed(0),
  ];
  const [p50 = '', p95 = '', limit = '', held = ''] = cells;
  const verdict = [slow && 'TOO SLOW', stuck && 'GAP', note].filter(Boolean).join(' ');
  console.log(
    `${what.padEnd(44)}${p50.padStart(9)}${p95.padStart(9)}${limit.padStart(9)}${held.padStart(8)}  ${verdict}`,
  );
  return !slow && !stuck;
}

function round(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(value < 10 ? 2 : 1);
}

function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
}
