import type { Site } from '../sites/site.ts';
import type { World } from '../world/world.ts';
import type { FormatName } from './formats/formats.ts';
import type { Encoding } from './read/recode.ts';
import type { Zone } from './read/time.ts';

/** What is brought in, and how. */
export interface Plan {
  path: string;
  /** The file's name, without where it is. */
  file: string;
  format: FormatName;
  site: Site;
  /** Of times that do not say theirs. */
  zone?: Zone | undefined;
  /** Whose pages are the site's too. */
  origins: readonly string[];
  withoutSpam: boolean;
  /** Whether the filter learns from what was published and what was spam there. */
  learn: boolean;
  dryRun: boolean;
  encoding?: Encoding | undefined;
  sourceSite?: string | undefined;
}

/** Where it is brought in. */
export interface Target extends Pick<World, 'database' | 'now' | 'random'> {
  /** Whether somebody is served from there meanwhile, who is not to wait. */
  isServed: () => boolean;
}

/** Who is told how far it is, and of each row that is left out. */
export interface Watch {
  read: (bytes: number, of: number, comments: number) => void;
  written: (comments: number, of: number) => void;
  leftOut: (row: { place: string; id: string; reason: string }) => void;
}
