import {
  type CompiledQuery,
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
} from 'kysely';
import type { Schema } from '../../db/schema.ts';

/** The rows of each query of a batch, in order. */
export type BatchRows<Queries extends readonly CompiledQuery[]> = {
  [Index in keyof Queries]: Queries[Index] extends CompiledQuery<infer Row> ? Row[] : never;
};

/**
 * The one seam between us and a database, as narrow as D1 allows: there are no interactive transactions.
 * Both reject with StorageFailure where the database cannot answer, and with Duplicate where a row exists.
 */
export interface Database {
  query<Row>(query: CompiledQuery<Row>): Promise<Row[]>;
  /**
   * Differs from before whenever something may have been written since: by this process at once, by another within a
   * tenth of a second. Absent where that cannot be told.
   */
  generation?(): number;
  /** All queries land together, or none does. */
  batch<const Queries extends readonly CompiledQuery[]>(queries: Queries): Promise<BatchRows<Queries>>;
}

/** The database cannot store or read just now. */
export class StorageFailure extends Error {
  override name = 'StorageFailure';
}

/** The write would have made a second row of something that exists once. */
export class Duplicate extends Error {
  override name = 'Duplicate';
}

/** Builds queries; it never runs one, which is why a query says `.compile()` and goes to a Database. */
export const build = new Kysely<Schema>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (kysely) => new SqliteIntrospector(kysely),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

/**
 * A query that is built once, for where a request asks the same again and again: `make` gets stand-ins for its
 * arguments, may hand them to the query as values and do nothing else with them.
 */
export function prepared<Arguments extends readonly unknown[], Row>(
  make: (...given: Arguments) => CompiledQuery<Row>,
): (...given: Arguments) => CompiledQuery<Row> {
  const standIns = Array.from({ length: make.length }, (_, index) => ({ index }));
  let built: CompiledQuery<Row> | undefined;
  return (...given) => {
    built ??= make(...(standIns as unknown as Arguments));
    const parameters = built.parameters.map((value) => {
      const index = standIns.indexOf(value as { index: number });
      return index < 0 ? value : given[index];
    });
    return { ...built, parameters };
  };
}

/** For `where … in`: a list of any length as one bound parameter, since D1 takes no more than 100. */
export function among(values: readonly string[]) {
  return sql<string>`(select value from json_each(${JSON.stringify(values)}))`;
}
