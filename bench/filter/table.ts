import { score } from '../../src/filter/model/score.ts';
import { printLearning } from './learning/print.ts';
import { printOwn } from './lines/table.ts';
import { atShare, deciles } from './reliability.ts';
import { type Rows, readRows } from './rows.ts';
import { opined, type Subject, subjects } from './subjects.ts';
import { type Judgements, lines } from './table-rows.ts';
import { textOf } from './text.ts';
import { timesOf } from './times.ts';

/** Prints how good the filter is, on rows that its models have not learned from, with other filters beside it. */
function printTable(): void {
  const rows = readRows();
  if (!rows) {
    console.error('nothing to measure with: ../shared/data/filter is not there');
    process.exitCode = 1;
    return;
  }
  const all = subjects.map((subject) => judgedBy(subject, rows));
  for (const { what, reach, figure } of lines) {
    console.log(`\n${what}${reach && `   (reach: ${reach})`}`);
    for (const [at, { name }] of subjects.entries()) {
      const judgements = all[at];
      if (judgements) console.log(`  ${name.padEnd(14)} ${figure(judgements)}`);
    }
  }
  printOwn(subjects);
  for (const [at, judgements] of all.slice(0, 2).entries()) printReliability(subjects[at], judgements);
  printTimes(rows);
  printLearning();
}

function judgedBy(subject: Subject, { kept, evasion, innocents }: Rows): Judgements {
  return {
    kept: opined(kept, subject),
    evasion: opined(evasion, subject),
    innocents: opined(innocents, subject),
  };
}

function printReliability(subject: Subject | undefined, { kept }: Judgements): void {
  console.log(
    `\nof the comments at this risk, so many are bad where half are / where one in six is: ${subject?.name}`,
  );
  const sixth = deciles(atShare(kept, 1 / 6));
  for (const [at, { from, count, mean, bad }] of deciles(atShare(kept, 1 / 2)).entries()) {
    const [said, half, less] = [mean, bad, sixth[at]?.bad ?? 0].map(
      (part) => `${(part * 100).toFixed(0).padStart(3)} %`,
    );
    console.log(
      `  ${from.toFixed(1)}..  ${String(count).padStart(5)} comments  said ${said}  are ${half} / ${less}`,
    );
  }
}

function printTimes({ kept }: Rows): void {
  console.log(
    '\nmicroseconds: comment of 200 characters / slowest text of 5,000 / growth   (reach: <= 120 / <= 5000 / linear, 1)',
  );
  const judges = [
    ...subjects.map(({ name, judge }) => ({ name, judge })),
    { name: 'score()', judge: scored },
  ];
  for (const { name, judge } of judges) {
    const { median, worst, slowest, growth } = timesOf(judge, kept);
    const figures = `${median.toFixed(0)} / ${worst.toFixed(0)} (${slowest}) / ${growth.toFixed(1)}`;
    console.log(`  ${name.padEnd(14)} ${figures}`);
  }
}

/** Without the reading, which the rules share. */
function scored(text: string): unknown {
  return score(textOf(text));
}

printTable();
