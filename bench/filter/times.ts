import { nastyTexts } from './nasty.ts';
import type { Row } from './rows.ts';

/** Microseconds. */
export interface Times {
  /** For comments of about 200 characters, the middle one. */
  median: number;
  /** For the slowest of the nasty texts, and which that is. */
  worst: number;
  slowest: string;
  /** Of all the nasty texts, the most that one of eight times the length took, in eighths of that: 1 is linear. */
  growth: number;
}

export function timesOf(judge: (text: string) => unknown, rows: readonly Row[]): Times {
  const usual = rows.map((row) => row.text).filter((text) => text.length > 180 && text.length < 220);
  const long = nastyTexts(5_000).map(([name, text]) => ({ name, time: middle(() => judge(text), 5) }));
  const slowest = long.reduce((a, b) => (a.time > b.time ? a : b));
  const growths = nastyTexts(40_000).map(
    ([, text], at) => middle(() => judge(text), 3) / 8 / (long[at]?.time ?? 1),
  );
  return {
    median: medianOf(usual, judge),
    worst: slowest.time,
    slowest: slowest.name,
    growth: Math.max(...growths),
  };
}

function medianOf(texts: readonly string[], judge: (text: string) => unknown): number {
  return sorted(texts.map((text) => middle(() => judge(text), 5)))[Math.floor(texts.length / 2)] ?? 0;
}

/** The middle of several runs, so that a pause of the machine is not taken for the text's fault. */
function middle(run: () => unknown, times: number): number {
  const took = Array.from({ length: times }, () => {
    const start = process.hrtime.bigint();
    run();
    return Number(process.hrtime.bigint() - start) / 1000;
  });
  return sorted(took)[Math.floor(times / 2)] ?? 0;
}

function sorted(numbers: readonly number[]): number[] {
  return [...numbers].sort((a, b) => a - b);
}
