import type { Fault } from '../../src/filter/model/score.ts';
import { type Linear, logitOf } from './logistic.ts';
import { auc, bestThreshold, qualityAt } from './metrics.ts';
import type { Row } from './rows.ts';
import { exampleOf } from './tasks.ts';

const queues: Record<Fault, readonly (readonly string[])[]> = {
  abuse: [['vihos', 'thien'], ['vihos'], ['thien'], ['davidson']],
  spam: [['ytspam'], ['judol'], ['sms']],
};

/** One line for each collection of the rows kept back. */
export function printFigures(title: string, model: Linear, kept: readonly Row[], fault: Fault): void {
  console.log(title);
  for (const sets of queues[fault]) {
    const judged = kept.flatMap((row) => {
      const example = sets.includes(row.set) ? exampleOf(row, fault) : undefined;
      return example ? [{ score: logitOf(model, example.features), bad: example.bad }] : [];
    });
    const { f1, falseAlarms } = qualityAt(judged, bestThreshold(judged, 0.08));
    const figures = [
      `F1 ${percent(f1)}`,
      `false alarms ${percent(falseAlarms)}`,
      `AUC ${percent(auc(judged))}`,
    ];
    console.log(`  ${sets.join(' + ').padEnd(16)} ${figures.join('  ')}`);
  }
}

function percent(part: number): string {
  return (part * 100).toFixed(1).padStart(5);
}
