import { readArguments } from '../arguments.ts';

export interface Options {
  sites: number;
  /** Of all sites together, on the first day. */
  commentsPerDay: number;
  /** The nth site gets its share by `1 / n ** zipf`. */
  zipf: number;
  /** By which all of that grows in a year. */
  growth: number;
  years: number;
  /** To begin with. */
  databases: number;
}

const usage =
  'node bench/split/simulate.ts [--sites N] [--comments-per-day N] [--zipf S] [--growth G] [--years Y] [--databases N]';

export function readOptions(): Options {
  const { numberOf } = readArguments(usage, {
    sites: { type: 'string', default: '200' },
    'comments-per-day': { type: 'string', default: '20000' },
    zipf: { type: 'string', default: '1' },
    growth: { type: 'string', default: '1.3' },
    years: { type: 'string', default: '5' },
    databases: { type: 'string', default: '1' },
  });
  return {
    sites: numberOf('sites', 1, 100_000),
    commentsPerDay: numberOf('comments-per-day', 1, 1e9),
    zipf: numberOf('zipf', 0, 3),
    growth: numberOf('growth', 0.1, 10),
    years: numberOf('years', 1, 20),
    databases: numberOf('databases', 1, 5000),
  };
}
