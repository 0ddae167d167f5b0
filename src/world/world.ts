import type { Counts } from '../captcha/counts.ts';
import type { Style } from '../captcha/drawing/style.ts';
import type { Picture } from '../captcha/picture.ts';
import type { Stock } from '../captcha/stock.ts';
import type { DeriveKey } from '../captcha/work.ts';
import type { Mail } from '../notices/channels/mail.ts';
import type { Judges } from '../screening/judge/judges.ts';
import type { Database } from '../store/database.ts';
import type { Random } from './random.ts';

/** What the core needs of the outside; a test holds all of it still. */
export interface World {
  database: Database;
  /** Milliseconds since 1970. */
  now: () => number;
  random: Random;
  /** The picture of a text, as this installation draws. */
  draw: Draw;
  /** The recorded clips of these names, spoken in turn, as a WAV. */
  speak: Speak;
  /** The key of a piece of work. */
  deriveKey: DeriveKey;
  /** What captchas need, made ahead; absent where nothing outlives a request. */
  stock?: Stock | undefined;
  /** How many captchas senders were given and shown; absent where nothing outlives a request. */
  counts?: Counts | undefined;
  /** Does a piece of work when it is the sender's turn, where many wait; throws where too many do. */
  inTurn: <Made>(sender: string, work: () => Made | Promise<Made>) => Promise<Made>;
  /**
   * Does together what many ask for under one name within a second, and tells each what came of theirs; one by one where
   * a request cannot wait for another.
   */
  together: <Asked, Told>(
    name: string,
    asked: Asked,
    work: (all: readonly Asked[]) => Promise<readonly Told[]>,
  ) => Promise<Told>;
  /** Sends letters; absent where nothing about mail is offered. */
  mail?: Mail | undefined;
  /** Asks judges outside, where sites have any; absent where nothing is asked of anybody. */
  judges?: Judges | undefined;
  /** Signs receipts and keys the hashes of addresses; at least 32 characters. */
  secret: string;
  /** Those before it, as long as what was made by them is good: the latest first. */
  oldSecrets?: readonly string[] | undefined;
}

export type Draw = (text: string, style: Style, random: Random) => Picture | Promise<Picture>;
export type Speak = (names: readonly string[], random: Random) => Promise<Uint8Array>;

/** What an act needs: it is done beside requests too. */
export type ActWorld = Pick<World, 'database' | 'now' | 'random'>;
