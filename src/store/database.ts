import {
  type CompiledQuery,
  DummyDriver,
  Kysely,
  type RawBuilder,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
} from 'kysely';
import type { Schema } from '../../db/schema.ts';

export { Duplicate, StorageFailure, Unmet } from './failure.ts';

/** The rows of each query of a batch, in order. */
export type BatchRows<Queries extends readonly CompiledQuery[]> = {
  [Index in keyof Queries]: Queries[Index] extends CompiledQuery<infer Row> ? Row[] : never;
};

/**
 * The one seam between us and a database, as narrow as D1 allows: there are no interactive transactions.
 * Both reject with StorageFailure where the database cannot answer, with Duplicate where a row exists, and with Unmet where
 * something is demanded that does not hold.
 */
export interface Database {
  /** So many comments are changed at once: whoever else is being served waits for them. */
  readonly rowsAtOnce: number;
  query<Row>(query: CompiledQuery<Row>): Promise<Row[]>;
  /**
   * Differs from before whenever something may have been written since: by this process at once, by another within a
   * tenth of a second. Absent where that cannot be told.
   */
  generation?(): number;
  /** All queries land together, or none does. */
  batch<const Queries extends readonly CompiledQuery[]>(queries: Queries): Promise<BatchRows<Queries>>;
}

/** A query that has the whole batch fail with Unmet where it does not hold. */
export type Demand = CompiledQuery;

/** The value for a column that must have one, as long as the condition holds. */
export function demanding<Value>(
  condition: RawBuilder<unknown>,
  value: RawBuilder<Value>,
): RawBuilder<Value | null> {
  return sql`iif(${condition}, ${value}, null)`;
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
 * A query that is built once, where every request asks the same: `make` may hand what it is given to the query, as
 * values, and do nothing else with it.
 */
export function prepared<Given extends object, Row>(
  make: (given: Given) => CompiledQuery<Row>,
): (given: Given) => CompiledQuery<Row> {
  const standIns = new Proxy({}, { get: (_, name) => new StandIn(name) }) as Given;
  let built: CompiledQuery<Row> | undefined;
  return (given) => {
    built ??= make(standIns);
    const parameters = built.parameters.map((value) =>
      value instanceof StandIn ? given[value.name as keyof Given] : value,
    );
    return { ...built, parameters };
  };
}

class StandIn {
  readonly name: string | symbol;

  constructor(name: string | symbol) {
    this.name = name;
  }
}

/** For `where … in`: a list of any length as one bound parameter, since D1 takes no more than 100. */
export function among(values: readonly string[]) {
  return sql<string>`(select value from json_each(${JSON.stringify(values)}))`;
}
