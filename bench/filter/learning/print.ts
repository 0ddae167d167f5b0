import { hasRows } from '../rows.ts';
import { type Figures, measure } from './measure.ts';
import { type Site, sitesOf } from './sites.ts';

const orders = [1, 2, 3];
/** In points: how far learning may fall below where it began, and how many more good comments it may hold. */
const most = { fallen: 0.5, held: 1 };

/** Prints what decisions are worth to a site, and fails where they do harm. */
export function printLearning(): void {
  if (!hasRows()) {
    console.error('nothing to measure with: ../shared/data/filter is not there');
    process.exitCode = 1;
    return;
  }
  console.log(
    'decisions  speaks      AUC  good held  bad held  Brier  bad at risk 0.7..0.8   (of three orders)',
  );
  const harms = sitesOf().flatMap(printSite);
  for (const harm of harms) console.error(`harm: ${harm}`);
  if (harms.length > 0) process.exitCode = 1;
}

function printSite({ name, comments }: Site): string[] {
  const runs = orders.map((order) => measure(comments, order));
  console.log(`\n${name} (${comments.length} comments)`);
  for (const [at, { decisions }] of (runs[0] ?? []).entries()) {
    const all = runs.flatMap((run) => run[at] ?? []);
    const own = all.filter(({ speaks }) => speaks === 'own').length;
    const mean = (value: (one: Figures) => number) =>
      percent(all.reduce((sum, one) => sum + value(one), 0) / all.length);
    const figures = [
      mean((one) => one.auc),
      mean((one) => one.goodHeld),
      mean((one) => one.badHeld),
      mean((one) => one.brier),
      mean((one) => one.badAtRisk),
    ];
    console.log(`${String(decisions).padStart(9)}  own ${own} of ${all.length}  ${figures.join('      ')}`);
  }
  return runs.flatMap((run, order) =>
    run.flatMap((one) =>
      harmOf(one, run[0]).map((harm) => `${name}, order ${order + 1}, after ${one.decisions}: ${harm}`),
    ),
  );
}

function harmOf(now: Figures, start: Figures | undefined): string[] {
  if (!start) return [];
  const fallen = (start.auc - now.auc) * 100;
  const held = (now.goodHeld - start.goodHeld) * 100;
  return [
    ...(fallen > most.fallen ? [`AUC fell by ${fallen.toFixed(2)} points`] : []),
    ...(held > most.held ? [`${held.toFixed(2)} points more of the good comments are held`] : []),
  ];
}

function percent(part: number): string {
  return (part * 100).toFixed(1).padStart(5);
}
