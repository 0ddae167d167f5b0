import type { CompiledQuery } from 'kysely';

type Rows = unknown[];
/** There and back: all queries land together, or none does. */
type Call = (queries: readonly CompiledQuery[]) => Promise<Rows[]>;

interface Asked {
  query: CompiledQuery;
  resolve: (rows: Rows) => void;
  reject: (error: unknown) => void;
}

/** A way to the database, on which what is asked at the same moment goes by one call. */
export class Connection {
  readonly call: Call;
  #asked: Asked[] = [];

  constructor(call: Call) {
    this.call = call;
  }

  /** The rows of what only reads. */
  ask(query: CompiledQuery): Promise<Rows> {
    return new Promise((resolve, reject) => {
      if (this.#asked.push({ query, resolve, reject }) === 1) queueMicrotask(() => this.#go());
    });
  }

  async #go(): Promise<void> {
    const asked = this.#asked;
    this.#asked = [];
    try {
      const answers = await this.call(asked.map(({ query }) => query));
      asked.forEach(({ resolve }, at) => void resolve(answers[at] ?? []));
    } catch (error) {
      for (const { reject } of asked) reject(error);
    }
  }
}
