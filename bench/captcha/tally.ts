import { answerLength } from '../../src/captcha/alphabet.ts';

/** What was meant, and what a reader made of it. */
export interface Attempt {
  answer: string;
  read: string;
}

/** How many answers, and how many characters in their places, were read. */
export function tally(attempts: readonly Attempt[]): string {
  const whole = attempts.filter(({ answer, read }) => answer === read).length;
  const characters = attempts.flatMap(({ answer, read }) =>
    [...answer].map((one, at) => one === read.charAt(at)),
  );
  const share = characters.filter(Boolean).length / (attempts.length * answerLength);
  return `${rate(whole, attempts.length)}; characters ${percent(share)}`;
}

/** With the rate that it hardly exceeds: the upper end of Wilson's interval, 95 %. */
export function rate(count: number, all: number): string {
  const z = 1.96;
  const share = count / all;
  const middle = share + z ** 2 / (2 * all);
  const reach = z * Math.sqrt((share * (1 - share)) / all + z ** 2 / (4 * all ** 2));
  return `${percent(share)} (at most ${percent((middle + reach) / (1 + z ** 2 / all))})`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
