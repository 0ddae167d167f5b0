/** Comments of a like risk: how many, their mean risk, and what share of them is bad. */
export interface Decile {
  from: number;
  count: number;
  mean: number;
  bad: number;
}

export function deciles(judged: readonly { risk: number; bad: boolean }[]): Decile[] {
  return Array.from({ length: 10 }, (_, tenth) => {
    const within = judged.filter(({ risk }) => Math.min(9, Math.floor(risk * 10)) === tenth);
    const count = Math.max(1, within.length);
    return {
      from: tenth / 10,
      count: within.length,
      mean: within.reduce((sum, { risk }) => sum + risk, 0) / count,
      bad: within.filter(({ bad }) => bad).length / count,
    };
  });
}
