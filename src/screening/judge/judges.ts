import type { Post } from '../../notices/channels/posting.ts';
import type { Reach } from '../../notices/channels/target.ts';
import type { Log } from '../../world/log.ts';
import { Circuit } from './circuit.ts';

/** How judges of sites are reached. */
export interface Judges {
  /** Where they may be. */
  reach: Reach;
  post: Post;
  circuit: Circuit;
  /** What one question may take in all. */
  withinMs: number;
  log: Log;
}

export const judgeMs = 2000;

export function judgesBy(reach: Reach, post: Post, log: Log = () => undefined): Judges {
  return { reach, post, circuit: new Circuit(), withinMs: judgeMs, log };
}
