/** How long the write of another process may go unnoticed. */
const foreignMs = 100;

/**
 * A number that grows whenever something may have been written, by this process or by another. What is noted is not
 * counted again where SQLite tells of it, as it does where another connection of ours wrote.
 */
export class Changes {
  readonly #foreignVersion: () => number;
  #count = 0;
  #isNoted = false;
  #foreign = { version: 0, seenAt: 0 };

  /** `foreignVersion` differs from before once another process has written. */
  constructor(foreignVersion: () => number) {
    this.#foreignVersion = foreignVersion;
  }

  note(): void {
    this.#count += 1;
    this.#isNoted = true;
  }

  count(): number {
    const now = performance.now();
    if (this.#isNoted || now - this.#foreign.seenAt > foreignMs) {
      const version = this.#readVersion();
      if (!this.#isNoted && version !== this.#foreign.version) this.#count += 1;
      this.#foreign = { version, seenAt: now };
      this.#isNoted = false;
    }
    return this.#count;
  }

  /** Where it cannot be told something may have been written; the query that comes of it says what is wrong. */
  #readVersion(): number {
    try {
      return this.#foreignVersion();
    } catch {
      return Number.NaN;
    }
  }
}
