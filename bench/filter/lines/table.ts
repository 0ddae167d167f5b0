import { misspelt, teencode, unmarked } from '../augment.ts';
import { share } from '../metrics.ts';
import { ownKept } from '../own-lines.ts';
import { randomFrom } from '../random.ts';
import type { Row } from '../rows.ts';
import type { Subject } from '../subjects.ts';

const random = randomFrom(9);

const ways: readonly ((row: Row) => Row)[] = [
  (row) => row,
  unmarked,
  (row) => teencode(row, random),
  (row) => misspelt(row, random),
];

const reaches: Readonly<Record<string, string>> = { abuse: '', offers: '', clean: '<= 1.5 %' };

/** How many of our own lines that were never learned from are flagged, by what they are. */
export function printOwn(subjects: readonly Subject[]): void {
  const rows = ownKept(5);
  console.log('\nown lines kept apart, flagged (%): as written / without marks / in short / misspelt');
  for (const [set, reach] of Object.entries(reaches)) {
    const mine = rows.filter((row) => row.set === set);
    for (const subject of subjects) printLine(`${set}: ${subject.name}`, mine, subject, reach);
    for (const kind of new Set(mine.map((row) => row.kind)))
      printLine(
        `  ${kind}`,
        mine.filter((row) => row.kind === kind),
        subjects[0],
        '',
      );
  }
}

function printLine(name: string, rows: readonly Row[], subject: Subject | undefined, reach: string): void {
  const shares = ways.map((written) => share(judged(rows.map(written), subject), ({ score }) => score === 1));
  const figures = shares.map((one) => (one * 100).toFixed(1)).join(' / ');
  console.log(`  ${name.padEnd(22)} ${figures}  of ${rows.length}${reach && `   (reach: ${reach})`}`);
}

function judged(rows: readonly Row[], subject: Subject | undefined) {
  return rows.map(({ text, bad }) => ({ score: subject?.judge(text).flag ? 1 : 0, bad }));
}
