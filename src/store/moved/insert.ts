import { type CompiledQuery, type RawBuilder, sql } from 'kysely';
import { build } from '../database.ts';

/** One for each row that was not there. */
export type Added = CompiledQuery<{ added: 1 }>;

/** Writes the rows of a kind that are not there; the first query tells which those were. */
export type Write<Row> = (rows: readonly Row[]) => readonly [Added, ...CompiledQuery[]];

/** Rows as one bound parameter; `value` is one of them. A row that is there already stays as it is. */
export function insert(
  into: RawBuilder<unknown>,
  values: RawBuilder<unknown>,
  rows: readonly object[],
  where: RawBuilder<unknown> = sql`true`,
): Added {
  return sql<{ added: 1 }>`insert into ${into}
    select ${values} from json_each(${JSON.stringify(rows)}) where ${where} order by json_each.key
    on conflict do nothing returning 1 as added`.compile(build);
}
