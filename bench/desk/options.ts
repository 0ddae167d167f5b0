import { readArguments } from '../arguments.ts';

export interface Options {
  comments: number;
  /** A folder that was seeded already; a temporary one is made where none is given. */
  data: string | undefined;
  /** How often each address is asked. */
  requests: number;
  races: number;
  /** Only the views whose names have this in them, and no decisions. */
  only: string | undefined;
}

const usage = 'npm run bench:desk -- [--comments N] [--data FOLDER] [--requests N] [--races N] [--only PART]';

export function readOptions(): Options {
  const { values, numberOf } = readArguments(usage, {
    comments: { type: 'string', default: '1000000' },
    data: { type: 'string' },
    requests: { type: 'string', default: '200' },
    races: { type: 'string', default: '10000' },
    only: { type: 'string' },
  });
  const { data, only } = values;
  return {
    comments: numberOf('comments', 1, 10_000_000),
    data,
    requests: numberOf('requests', 1, 1_000_000),
    races: numberOf('races', 0, 1_000_000),
    only,
  };
}
