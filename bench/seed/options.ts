import { readArguments } from '../arguments.ts';

/** What to seed: see `readOptions` for the names on the command line. */
export interface Options {
  comments: number;
  sites: number;
  articles: number;
  /** Of all comments, the share that still waits. */
  pending: number;
  seed: number;
  /** Up to when readers wrote. */
  until: number;
  /** What the seeded moderators sign in with; one is made up where none is given. */
  password: string | undefined;
}

const usage =
  'npm run seed -- --comments N [--sites K] [--articles M] [--pending SHARE] [--seed S] [--until ISO] [--password TEXT]';

export function readOptions(): Options {
  const { values, numberOf } = readArguments(usage, {
    comments: { type: 'string' },
    sites: { type: 'string', default: '1' },
    articles: { type: 'string', default: '400' },
    pending: { type: 'string', default: '0.2' },
    seed: { type: 'string', default: '1' },
    until: { type: 'string' },
    password: { type: 'string' },
  });
  return {
    comments: numberOf('comments', 1, 10_000_000),
    sites: numberOf('sites', 1, 100),
    articles: numberOf('articles', 1, 100_000),
    pending: numberOf('pending', 0.01, 0.99),
    seed: numberOf('seed', 0, 2 ** 31),
    until: values.until === undefined ? Date.now() : Date.parse(values.until),
    password: values.password,
  };
}
