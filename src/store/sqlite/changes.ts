/** How long the write of another process may go unnoticed. */
const foreignMs = 100;

/** A number that grows whenever something may have been written, by this process or by another. */
export class Changes {
  readonly #foreignVersion: () => number;
  #count = 0;
  #foreign = { version: 0, seenAt: 0 };

  /** `foreignVersion` differs from before once another process has written. */
  constructor(foreignVersion: () => number) {
    this.#foreignVersion = foreignVersion;
  }

  note(): void {
    this.#count += 1;
  }

  count(): number {
    const now = performance.now();
    if (now - this.#foreign.seenAt > foreignMs) {
      const version = this.#readVersion();
      if (version !== this.#foreign.version) this.#count += 1;
      this.#foreign = { version, seenAt: now };
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
