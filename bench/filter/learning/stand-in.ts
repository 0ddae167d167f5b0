import { featuresOf } from '../../../src/filter/model/features.ts';
import type { Likelihood } from '../../../src/filter/model/risk.ts';
import type { Fault } from '../../../src/filter/model/score.ts';
import { calibrate } from '../calibration.ts';
import { learnLinear, logitOf } from '../logistic.ts';
import { ownRows } from '../own-lines.ts';
import { partOf } from '../random.ts';
import type { Row } from '../rows.ts';
import { exampleOf, examplesOf } from '../tasks.ts';
import { textOf } from '../text.ts';

/** What models say that were made as the shipped ones are, of these rows alone. */
export type StandIn = (text: string) => Likelihood;

const schedule = { epochs: 6, rate: 0.4, decay: 0.001 };

export function standInFrom(rows: readonly Row[]): StandIn {
  const [abuse, spam] = [chanceFrom(rows, 'abuse'), chanceFrom(rows, 'spam')];
  return (text) => {
    const features = featuresOf(textOf(text));
    const said = { abuse: abuse(features), spam: spam(features) };
    return { ...said, bad: 1 - (1 - said.abuse) * (1 - said.spam) };
  };
}

function chanceFrom(rows: readonly Row[], fault: Fault): (features: Uint16Array) => number {
  const isApart = (row: Row) => partOf(`apart ${row.id}`, 10) === 0;
  const learned = rows.filter((row) => !isApart(row));
  const model = learnLinear(examplesOf([...learned, ...ownRows(2)], fault), schedule);
  const apart = rows.filter(isApart).flatMap((row) => exampleOf(row, fault) ?? []);
  const { slope, offset } = calibrate(
    apart.map((example) => ({ ...example, logit: logitOf(model, example.features) })),
  );
  return (features) => 1 / (1 + Math.exp(-(slope * logitOf(model, features) + offset)));
}
