import { featuresOf } from '../../src/filter/model/features.ts';
import { emptyLocal, type Label, type Local, learn, scoreLocal } from '../../src/filter/model/local.ts';
import type { Fault } from '../../src/filter/model/score.ts';
import { type Linear, learnLinear, logitOf } from './logistic.ts';
import { auc } from './metrics.ts';
import { ownRows } from './own-lines.ts';
import { randomFrom, shuffle } from './random.ts';
import type { Row } from './rows.ts';
import { examplesOf } from './tasks.ts';
import { textOf } from './text.ts';

/** A site whose comments come from one collection, and a model that never saw it. */
interface Site {
  name: string;
  fault: Fault;
  model: Linear;
  comments: readonly Row[];
}

/** What a site's decisions are worth: AUC on its next comments, in points. */
export interface Gain {
  name: string;
  shipped: number;
  gains: { decisions: number; gain: number }[];
}

const newcomers: Record<string, Fault> = {
  thien: 'abuse',
  vihos: 'abuse',
  davidson: 'abuse',
  judol: 'spam',
  ytspam: 'spam',
  sms: 'spam',
};
const steps = [500, 2000];

export function gainsOfSites(rows: { learn: readonly Row[]; kept: readonly Row[] }): Gain[] {
  return sitesOf(rows).map(gainOf);
}

function sitesOf({ learn, kept }: { learn: readonly Row[]; kept: readonly Row[] }): Site[] {
  const strangers = Object.entries(newcomers).map(([set, fault]): Site => {
    const others = [...learn, ...kept].filter((row) => row.set !== set);
    const comments = [...learn, ...kept].filter((row) => row.set === set);
    return { name: `unknown: ${set}`, fault, model: modelOf(others, fault), comments };
  });
  const comments = kept.filter((row) => row.set === 'vihos' || row.set === 'thien');
  return [
    ...strangers,
    { name: 'known: vihos + thien', fault: 'abuse', model: modelOf(learn, 'abuse'), comments },
  ];
}

function modelOf(rows: readonly Row[], fault: Fault): Linear {
  return learnLinear(examplesOf([...rows, ...ownRows(2)], fault), { epochs: 6, rate: 0.4, decay: 0.001 });
}

function gainOf({ name, fault, model, comments }: Site): Gain {
  const queue = shuffle(comments, randomFrom(5)).slice(0, 4500);
  const reached = steps.filter((step) => queue.length > step * 1.3);
  const next = queue.slice(reached.at(-1) ?? 0);
  const shipped = aucOf(next, emptyLocal(), model, fault);
  const gains = reached.map((decisions) => {
    const local = taught(queue.slice(0, decisions), fault);
    return { decisions, gain: aucOf(next, local, model, fault) - shipped };
  });
  return { name, shipped, gains };
}

function taught(comments: readonly Row[], fault: Fault): Local {
  const bad: Label = fault === 'abuse' ? 'reject' : 'spam';
  const local = emptyLocal();
  for (const row of comments) learn(local, textOf(row.text), row.bad ? bad : 'publish');
  return local;
}

function aucOf(comments: readonly Row[], local: Local, model: Linear, fault: Fault): number {
  return auc(
    comments.map((row) => {
      const text = textOf(row.text);
      const logit = logitOf(model, featuresOf(text));
      return { score: scoreLocal(local, text, { abuse: logit, spam: logit })[fault], bad: row.bad };
    }),
  );
}
