import { likelihoodOf } from '../../src/filter/model/risk.ts';
import { score } from '../../src/filter/model/score.ts';
import { screen } from '../../src/filter/screen.ts';
import { badWords, plainList } from './baselines.ts';
import type { Judged } from './metrics.ts';
import type { Row } from './rows.ts';
import { textOf } from './text.ts';

/** Something that judges comments. */
export interface Subject {
  name: string;
  judge(text: string): Opinion;
}

export interface Opinion {
  flag: boolean;
  refuse: boolean;
  risk: number;
}

/** The filter, its models alone, and what else there is. */
export const subjects: readonly Subject[] = [
  { name: 'screen', judge: byScreen },
  { name: 'models alone', judge: byModels },
  { name: 'bad-words', judge: (text) => byWords(badWords(text)) },
  { name: 'word lists', judge: (text) => byWords(plainList(text)) },
];

function byScreen(text: string): Opinion {
  const { verdict, risk } = screen({ author: '', body: text });
  return { flag: verdict !== 'pass', refuse: verdict === 'refuse', risk };
}

function byModels(text: string): Opinion {
  const { abuse, spam, bad } = likelihoodOf(score(textOf(text)));
  return { flag: abuse >= 0.5 || spam >= 0.5, refuse: false, risk: bad };
}

function byWords(flag: boolean): Opinion {
  return { flag, refuse: false, risk: flag ? 1 : 0 };
}

export interface Opined extends Row, Opinion {}

/** The rows with what the subject says of them. */
export function opined(rows: readonly Row[], { judge }: Subject): Opined[] {
  return rows.map((row) => ({ ...row, ...judge(row.text) }));
}

export function byFlag(rows: readonly Opined[]): Judged[] {
  return rows.map(({ flag, bad }) => ({ score: flag ? 1 : 0, bad }));
}

export function byRisk(rows: readonly Opined[]): Judged[] {
  return rows.map(({ risk, bad }) => ({ score: risk, bad }));
}
