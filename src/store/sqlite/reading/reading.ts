import { isOfOpening } from '../errors.ts';
import type { Link, Statement } from '../link.ts';
import { ReadingAside } from './aside.ts';
import { Pace, readTimed, type Timed } from './pace.ts';

/**
 * Reads here what is quick, and in a thread of its own what was slow of late, or what is not known yet: one
 * question of a moderator about a million comments keeps no reader waiting. The first that is slow has the thread begun.
 */
export class Reading {
  readonly link: Link;
  readonly #pace = new Pace();
  readonly #aside: ReadingAside | undefined;
  #isClosing = false;

  constructor(link: Link, file?: string) {
    this.link = link;
    this.#aside = file === undefined ? undefined : new ReadingAside(file);
  }

  /** The rows of each statement. */
  async read(statements: readonly Statement[]): Promise<unknown[][]> {
    const aside = this.#asideFor(statements);
    const { rows, took } = aside
      ? await this.#readAside(aside, statements)
      : readTimed(this.link, statements);
    this.#pace.note(statements, took);
    if (!aside && !this.#isClosing && !this.#pace.areQuick(statements)) this.#aside?.begin();
    return rows;
  }

  /** Closes its connections, so that all of them are closed at one moment; the next read opens another. */
  async close(): Promise<void> {
    if (this.#aside) await this.#until(this.#aside.close());
    this.link.close();
    this.#isClosing = false;
  }

  async end(): Promise<void> {
    if (this.#aside) await this.#until(this.#aside.end());
    this.link.end();
  }

  /** Until the thread is done with it, what is slow is read here. */
  async #until(closed: Promise<void>): Promise<void> {
    this.#isClosing = true;
    await closed;
  }

  /** Its connection may be one that a file out of reach keeps from being opened; the one here stays open. */
  async #readAside(aside: ReadingAside, statements: readonly Statement[]): Promise<Timed> {
    try {
      return await aside.read(statements);
    } catch (error) {
      if (!isOfOpening(error)) throw error;
      return readTimed(this.link, statements);
    }
  }

  #asideFor(statements: readonly Statement[]): ReadingAside | undefined {
    if (!this.#aside?.isThere || this.#isClosing) return undefined;
    // A reader's list that was slow for once is not to wait for what a moderator searches.
    const stays = this.#aside.isBusy ? this.#pace.areBearable(statements) : this.#pace.areQuick(statements);
    return stays ? undefined : this.#aside;
  }
}
