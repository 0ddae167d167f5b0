import type { D1Database, D1PreparedStatement, D1Result } from '@cloudflare/workers-types';
import type { CompiledQuery } from 'kysely';

type Rows = unknown[];

interface Asked {
  query: CompiledQuery;
  resolve: (rows: Rows) => void;
  reject: (error: unknown) => void;
}

/** A way to the database, on which each call goes there and back. */
export class Connection {
  readonly #binding: Pick<D1Database, 'prepare' | 'batch'>;
  #asked: Asked[] = [];

  constructor(binding: Pick<D1Database, 'prepare' | 'batch'>) {
    this.#binding = binding;
  }

  /** All of it lands together, or none does. */
  async run(queries: readonly CompiledQuery[]): Promise<Rows[]> {
    const statements = queries.map(
      ({ sql, parameters }): D1PreparedStatement => this.#binding.prepare(sql).bind(...parameters),
    );
    const [only] = statements;
    const answers: D1Result[] =
      statements.length === 1 && only ? [await only.all()] : await this.#binding.batch(statements);
    return answers.map(({ results }) => results);
  }

  /** What only reads goes by one call together with all that is asked at the same moment. */
  ask(query: CompiledQuery): Promise<Rows> {
    return new Promise((resolve, reject) => {
      if (this.#asked.push({ query, resolve, reject }) === 1) queueMicrotask(() => this.#go());
    });
  }

  async #go(): Promise<void> {
    const asked = this.#asked;
    this.#asked = [];
    try {
      const answers = await this.run(asked.map(({ query }) => query));
      asked.forEach(({ resolve }, at) => void resolve(answers[at] ?? []));
    } catch (error) {
      for (const { reject } of asked) reject(error);
    }
  }
}
