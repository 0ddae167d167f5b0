/** A decided comment: what was said of it before, 0..1, and whether it was found unfit to publish. */
export interface Past {
  shipped: number;
  local: number;
  bad: boolean;
}

/** How good a score has been, and what it would have cost to hold whatever reaches the threshold. */
export interface Worth {
  /** The chance that a bad comment got a higher score than a good one; 0.5 is worth nothing. */
  auc: number;
  heldRightly: number;
  heldWrongly: number;
  publishedRightly: number;
  publishedWrongly: number;
  precision: number;
  recall: number;
}

export function worth(history: readonly Past[], threshold: number): { shipped: Worth; local: Worth } {
  return {
    shipped: worthOf(history, (past) => past.shipped, threshold),
    local: worthOf(history, (past) => past.local, threshold),
  };
}

function worthOf(history: readonly Past[], scoreOf: (past: Past) => number, threshold: number): Worth {
  const count = (held: boolean, bad: boolean) =>
    history.filter((past) => scoreOf(past) >= threshold === held && past.bad === bad).length;
  const [heldRightly, heldWrongly] = [count(true, true), count(true, false)];
  const [publishedRightly, publishedWrongly] = [count(false, false), count(false, true)];
  return {
    auc: auc(history, scoreOf),
    heldRightly,
    heldWrongly,
    publishedRightly,
    publishedWrongly,
    precision: part(heldRightly, heldRightly + heldWrongly),
    recall: part(heldRightly, heldRightly + publishedWrongly),
  };
}

function part(some: number, all: number): number {
  return all === 0 ? 0 : some / all;
}

/** By ranks; equal scores count half. */
export function auc<One extends { bad: boolean }>(
  history: readonly One[],
  scoreOf: (one: One) => number,
): number {
  const sorted = history
    .map((one) => ({ score: scoreOf(one), bad: one.bad }))
    .sort((a, b) => a.score - b.score);
  const bad = history.filter((past) => past.bad).length;
  if (bad === 0 || bad === history.length) return 0.5;
  let ranks = 0;
  for (let from = 0; from < sorted.length; ) {
    const tie = tieAt(sorted, from);
    ranks += (from + (tie.length + 1) / 2) * tie.filter((past) => past.bad).length;
    from += tie.length;
  }
  return (ranks - (bad * (bad + 1)) / 2) / (bad * (history.length - bad));
}

interface Scored {
  score: number;
  bad: boolean;
}

function tieAt(sorted: readonly Scored[], from: number): readonly Scored[] {
  const first = sorted[from]?.score;
  let until = from + 1;
  while (until < sorted.length && sorted[until]?.score === first) until++;
  return sorted.slice(from, until);
}
