import type { Found } from '../found.ts';
import type { Input, Tell } from '../read/input.ts';

/** What a format has beside, chosen by the operator. */
export interface Choices {
  /** Of a file with several sites, the one that is read. */
  sourceSite?: string | undefined;
}

export type Reader = (input: Input, tell: Tell | undefined, choices: Choices) => AsyncGenerator<Found>;
