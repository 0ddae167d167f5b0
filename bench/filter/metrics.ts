/** What a score says of one comment, and the truth. */
export interface Judged {
  score: number;
  bad: boolean;
}

export function share(judged: readonly Judged[], counts: (one: Judged) => boolean): number {
  return judged.length === 0 ? 0 : judged.filter(counts).length / judged.length;
}

/** The chance that a bad comment scores above a good one; ties count half. */
export function auc(judged: readonly Judged[]): number {
  const sorted = [...judged].sort((a, b) => a.score - b.score);
  let ranks = 0;
  for (let at = 0; at < sorted.length; ) {
    const until = endOfTie(sorted, at);
    ranks += ((at + 1 + until) / 2) * sorted.slice(at, until).filter((one) => one.bad).length;
    at = until;
  }
  const bad = judged.filter((one) => one.bad).length;
  return (ranks - (bad * (bad + 1)) / 2) / (bad * (judged.length - bad));
}

function endOfTie(sorted: readonly Judged[], from: number): number {
  let until = from + 1;
  while (until < sorted.length && sorted[until]?.score === sorted[from]?.score) until++;
  return until;
}

export interface Quality {
  precision: number;
  recall: number;
  f1: number;
  falseAlarms: number;
}

/** How good it is to flag whatever scores `threshold` or more. */
export function qualityAt(judged: readonly Judged[], threshold: number): Quality {
  const flagged = judged.filter((one) => one.score >= threshold);
  const bad = judged.filter((one) => one.bad).length;
  const right = flagged.filter((one) => one.bad).length;
  const wrong = flagged.length - right;
  return {
    precision: right / Math.max(1, flagged.length),
    recall: right / Math.max(1, bad),
    f1: (2 * right) / Math.max(1, flagged.length + bad),
    falseAlarms: wrong / Math.max(1, judged.length - bad),
  };
}

/** The threshold with the best F1 among those with at most this share of false alarms. */
export function bestThreshold(judged: readonly Judged[], mostFalseAlarms: number): number {
  const sorted = [...judged].sort((a, b) => b.score - a.score);
  const bad = judged.filter((one) => one.bad).length;
  let best = { f1: 0, threshold: Number.POSITIVE_INFINITY };
  let right = 0;
  for (const [at, one] of sorted.entries()) {
    if (one.bad) right++;
    if (at + 1 - right > mostFalseAlarms * (judged.length - bad)) break;
    if (sorted[at + 1]?.score === one.score) continue;
    const f1 = (2 * right) / (at + 1 + bad);
    if (f1 > best.f1) best = { f1, threshold: one.score };
  }
  return best.threshold;
}

/** Of the bad comments, the share among the riskiest part of the queue. */
export function recallAtTop(judged: readonly Judged[], part: number): number {
  const sorted = [...judged].sort((a, b) => b.score - a.score);
  const top = sorted.slice(0, Math.round(sorted.length * part)).filter((one) => one.bad).length;
  return top / judged.filter((one) => one.bad).length;
}
