import { type Packed, pack, unpack } from '../../src/filter/model/packed.ts';
import type { Fault } from '../../src/filter/model/score.ts';
import { calibrate, type Observation } from './calibration.ts';
import { type Linear, learnLinear, logitOf } from './logistic.ts';
import { ownRows } from './own-lines.ts';
import { partOf } from './random.ts';
import { type Row, type Rows, readRows } from './rows.ts';
import { exampleOf, examplesOf } from './tasks.ts';
import { printFigures } from './train-figures.ts';
import { writeWeights } from './weights-file.ts';

const schedule = { epochs: 10, rate: 0.4, decay: 0.003 };
const folds = 3;

/** Learns both models from the rows beside the project and writes them into src/filter/model/weights.ts. */
function train(): void {
  const rows = readRows();
  if (!rows) {
    console.error('nothing to learn from: ../shared/data/filter is not there');
    process.exitCode = 1;
    return;
  }
  const models = { abuse: shippedModel(rows, 'abuse'), spam: shippedModel(rows, 'spam') };
  console.log(`weights.ts: ${writeWeights(models)} bytes`);
}

function shippedModel({ learn, kept }: Rows, fault: Fault): Packed {
  const model = learnFrom(learn, fault);
  const packed = { ...pack(model), ...rounded(calibrate(outOfFold(learn, fault))) };
  printFigures(`${fault}, before quantisation`, model, kept, fault);
  printFigures(`${fault}, as shipped`, asLinear(packed), kept, fault);
  return packed;
}

function learnFrom(rows: readonly Row[], fault: Fault): Linear {
  return learnLinear(examplesOf([...rows, ...ownRows(8)], fault), schedule);
}

/** What models that never saw a row say of it: only such logits are as timid as those of new comments. */
function outOfFold(rows: readonly Row[], fault: Fault): Observation[] {
  return Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    const [apart, rest] = split(rows, (row) => partOf(`fold ${row.id}`, folds) === fold);
    const model = learnFrom(rest, fault);
    const examples = apart.map((row) => exampleOf(row, fault)).filter((example) => example !== undefined);
    return examples.map((example) => ({ ...example, logit: logitOf(model, example.features) }));
  });
}

function split(rows: readonly Row[], isApart: (row: Row) => boolean): [Row[], Row[]] {
  return [rows.filter(isApart), rows.filter((row) => !isApart(row))];
}

function asLinear(packed: Packed): Linear {
  const { bias, step, weights } = unpack(packed);
  return { bias, weights: Float32Array.from(weights, (weight) => weight * step) };
}

function rounded({ slope, offset }: { slope: number; offset: number }) {
  return { slope: Number(slope.toPrecision(4)), offset: Number(offset.toPrecision(4)) };
}

train();
