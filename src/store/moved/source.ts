import { type RawBuilder, sql } from 'kysely';
import { build, type Database } from '../database.ts';

/** Where the rows of a kind are read from; `Raw` is what the database answers. */
export interface Source<Raw, Row> {
  columns: RawBuilder<unknown>;
  tables: RawBuilder<unknown>;
  /** The columns, one or two, that the rows are in the order of: one that a copy has too. */
  key: readonly [string, string?];
  ofSite: (site: string) => RawBuilder<unknown>;
  toRow: (raw: Raw, site: string | undefined) => Row;
}

/**
 * Of a table that names its site. The plus keeps to the order of the key: by an index of sites each page would be sorted
 * out of all its rows.
 */
export const ofItsSite = (site: string) => sql`+site_id = ${site}`;

interface Keyed {
  key0: string | number;
  key1: string | number;
}

/** Reads all rows, or those of one site. */
export type Listing<Row> = (database: Database, site: string | undefined) => AsyncGenerator<Row>;

/** Rows that are read at once. */
const pageRows = 200;

export function listing<Raw extends object, Row>(source: Source<Raw, Row>): Listing<Row> {
  return async function* list(database, site) {
    let rows: (Raw & Keyed)[] = [];
    do {
      rows = await database.query(pageQuery<Raw, Row>(source, site, rows.at(-1)).compile(build));
      for (const { key0, key1, ...raw } of rows) yield source.toRow(raw as Raw, site);
    } while (rows.length === pageRows);
  };
}

function pageQuery<Raw, Row>(source: Source<Raw, Row>, site: string | undefined, after: Keyed | undefined) {
  const [first, second = first] = source.key.map((column) => sql.ref(column ?? ''));
  const wanted = site === undefined ? sql`true` : source.ofSite(site);
  const rest = after ? sql`(${first}, ${second}) > (${after.key0}, ${after.key1})` : sql`true`;
  return sql<Raw & Keyed>`select ${first} as key0, ${second} as key1, ${source.columns} from ${source.tables}
    where ${wanted} and ${rest} order by ${first}, ${second} limit ${sql.lit(pageRows)}`;
}
