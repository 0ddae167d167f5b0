import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types';
import type { CompiledQuery } from 'kysely';
import { type BatchRows, type Database, Duplicate, StorageFailure } from './database.ts';

/** A D1 binding as our Database. */
export function openD1(binding: D1Database): Database {
  const prepare = ({ sql, parameters }: CompiledQuery): D1PreparedStatement =>
    binding.prepare(sql).bind(...parameters);
  return {
    query: async <Row>(query: CompiledQuery<Row>) => (await guarded(prepare(query).all<Row>())).results,
    batch: async <const Queries extends readonly CompiledQuery[]>(queries: Queries) => {
      const results = await guarded(binding.batch(queries.map(prepare)));
      return results.map((result) => result.results) as BatchRows<Queries>;
    },
  };
}

async function guarded<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    throw classify(error);
  }
}

/** D1 tells its errors apart by their text alone. */
function classify(error: unknown): unknown {
  const message = error instanceof Error ? error.message : String(error);
  if (/UNIQUE constraint failed/.test(message)) return new Duplicate(message, { cause: error });
  if (/SQLITE_(ERROR|CONSTRAINT|MISMATCH|RANGE)/.test(message)) return error;
  return new StorageFailure(message, { cause: error });
}
