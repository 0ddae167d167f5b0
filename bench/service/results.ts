import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Subject } from './bench.ts';
import { countComments, resultsFolder } from './folder.ts';
import { isReached, type Row } from './report.ts';

const results = z.object({
  date: z.iso.datetime(),
  quick: z.boolean(),
  comments: z.number(),
  rows: z.array(z.object({ what: z.string(), value: z.number().nullable(), unit: z.string() }).loose()),
});

/** Leaves the figures behind, so that runs can be compared; returns where. */
export function keepResults({ quick, folder, machine }: Subject, rows: readonly Row[]): string {
  const date = new Date().toISOString();
  const file = join(resultsFolder, `${date.slice(0, 19).replaceAll(':', '-')}.json`);
  const judged = rows.map((row) => ({ ...row, reached: isReached(row) }));
  const kept = { date, ...machine, quick, comments: countComments(folder), rows: judged };
  writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`);
  return file;
}

/** The figures of an earlier run by what they are of. */
export function readResults(file: string): ReadonlyMap<string, number> {
  const { date, quick, comments, rows } = results.parse(JSON.parse(readFileSync(file, 'utf8')));
  console.log(`compared with ${date}: ${comments} comments${quick ? ', a quick run' : ''}`);
  return new Map(rows.flatMap(({ what, value }) => (value === null ? [] : [[what, value]])));
}
