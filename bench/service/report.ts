/** One line of the table. */
export interface Row {
  what: string;
  value: number;
  unit: 'of theirs' | 'of ours' | 'ms' | 's' | 'MB' | 'kB';
  /** What the value should be; absent where it is for information. */
  reach?: { least: number } | { most: number };
  note?: string;
  /** Something was not answered as it should be, so that the value says nothing. */
  failed?: boolean;
}

export function isReached({ value, reach, failed = false }: Row): boolean {
  if (failed || Number.isNaN(value)) return false;
  if (!reach) return true;
  return 'least' in reach ? value >= reach.least : value <= reach.most;
}

export function printHead(): void {
  console.log(`${'what'.padEnd(60)}${'reach'.padStart(10)}${'reached'.padStart(20)}`);
}

/** Prints a line at once, so that a long run shows how it goes. */
export function printRow(row: Row, earlier?: number): void {
  const { what, unit, value, reach, note } = row;
  const cells = [what.padEnd(60), reachText(reach).padStart(10), `${rounded(value)} ${unit}`.padStart(20)];
  const verdict = [isReached(row) ? '' : row.failed ? 'FAILED' : 'NOT REACHED', change(row, earlier), note];
  console.log(`${cells.join('')}  ${verdict.filter(Boolean).join(', ')}`);
}

function reachText(reach: Row['reach']): string {
  if (!reach) return '';
  return 'least' in reach ? `>= ${reach.least}` : `<= ${reach.most}`;
}

function change({ value }: Row, earlier: number | undefined): string {
  if (earlier === undefined) return '';
  const percent = (value / earlier - 1) * 100;
  return `${percent < 0 ? '' : '+'}${percent.toFixed(0)} % (was ${rounded(earlier)})`;
}

function rounded(value: number): string {
  if (value < 2) return value.toFixed(3);
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
