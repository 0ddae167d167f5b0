import { readArguments } from '../arguments.ts';

export interface Options {
  /** Shorter, with few comments in the database. */
  quick: boolean;
  /** How many to seed. */
  comments: number;
  /** A folder that was seeded already; it is copied and stays as it is. */
  database: string | undefined;
  /** The file of an earlier run's figures, or a commit that is measured before: to be told the change. */
  compare: string | undefined;
  /** Only the parts whose names have this in them. */
  only: string;
}

const usage = 'npm run bench -- [--quick] [--database FOLDER] [--compare FILE|COMMIT] [--only PART]';

export function readOptions(): Options {
  const { values } = readArguments(usage, {
    quick: { type: 'boolean', default: false },
    database: { type: 'string' },
    compare: { type: 'string' },
    only: { type: 'string', default: '' },
  });
  const { quick, database, compare, only } = values;
  return { quick, comments: quick ? 10_000 : 100_000, database, compare, only };
}
