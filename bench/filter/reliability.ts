/** A comment's risk, whether it is bad, and how much it counts. */
interface Judged {
  risk: number;
  bad: boolean;
  weight: number;
}

/** Comments of a like risk: how many, their mean risk, and what share of them is bad. */
export interface Decile {
  from: number;
  count: number;
  mean: number;
  bad: number;
}

export function deciles(judged: readonly Judged[]): Decile[] {
  return Array.from({ length: 10 }, (_, tenth) => {
    const within = judged.filter(({ risk }) => Math.min(9, Math.floor(risk * 10)) === tenth);
    const sum = (value: (one: Judged) => number) =>
      within.reduce((before, one) => before + one.weight * value(one), 0);
    const all = sum(() => 1);
    const mean = (value: (one: Judged) => number) => (all === 0 ? 0 : sum(value) / all);
    return {
      from: tenth / 10,
      count: within.length,
      mean: mean(({ risk }) => risk),
      bad: mean(({ bad }) => Number(bad)),
    };
  });
}

/** The same comments, weighed so that this share of them is bad. */
export function atShare<One extends { bad: boolean }>(ones: readonly One[], share: number) {
  const bad = ones.filter((one) => one.bad).length;
  const [ofBad, ofGood] = [share / bad, (1 - share) / (ones.length - bad)];
  return ones.map((one) => ({ ...one, weight: one.bad ? ofBad : ofGood }));
}
