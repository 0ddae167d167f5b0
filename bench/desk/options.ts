import { parseArgs } from 'node:util';

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

export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      comments: { type: 'string', default: '1000000' },
      data: { type: 'string' },
      requests: { type: 'string', default: '200' },
      races: { type: 'string', default: '10000' },
      only: { type: 'string' },
    },
  });
  const { comments, data, requests, races, only } = values;
  return { comments: Number(comments), data, requests: Number(requests), races: Number(races), only };
}
