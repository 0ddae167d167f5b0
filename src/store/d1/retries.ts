import { type CompiledQuery, sql } from 'kysely';
import { build } from '../database.ts';

type Rows = unknown[][];
type Run = (queries: readonly CompiledQuery[]) => Promise<Rows>;

/** Milliseconds before the second and the third attempt, and as much again by chance. */
const pauses = [40, 200];

/** Whether the connection was lost on the way, so that nobody can tell whether the work was done. */
export function isLost(error: unknown): boolean {
  return /Network connection lost|storage caused object to be reset|reset because its code was updated/.test(
    String(error),
  );
}

/** One query, again where it was lost and may be run twice. */
export function insist(query: CompiledQuery, work: () => Promise<Rows>): Promise<Rows> {
  return isRepeatable(query) ? attempt(work) : work();
}

/**
 * A batch, again where it was lost and may be run twice; or where it stores something under an id of its own, so that
 * a later attempt sees whether an earlier one has done it.
 */
export function insistOnBatch(queries: readonly CompiledQuery[], run: Run): Promise<Rows> {
  if (queries.every(isRepeatable)) return attempt(() => run(queries));
  const own = queries.map(ownRowOf).find((row) => row !== undefined);
  if (!own) return run(queries);
  return attempt((again) => (again ? runUnlessDone(queries, own, run) : run(queries)));
}

async function attempt(work: (again: boolean) => Promise<Rows>): Promise<Rows> {
  let again = false;
  for (const pause of pauses) {
    try {
      return await work(again);
    } catch (error) {
      if (!isLost(error)) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, pause * (1 + Math.random())));
    again = true;
  }
  return work(again);
}

/** Counting twice what is limited is only stricter; taking back twice would not be. */
function isRepeatable({ sql: text }: CompiledQuery): boolean {
  return (
    isRead(text) ||
    /^delete from "?(attempts|rates)\b/.test(text) ||
    /^insert into "?(attempts|rates)\b/.test(text) ||
    (/^delete from /.test(text) && !/\breturning\b/.test(text)) ||
    /^insert into .* on conflict (\([^)]*\) )?do nothing$/s.test(text) ||
    /^update "\w+" set ("\w+" = \?(, )?)+ where (?!.*\breturning\b)/.test(text)
  );
}

/** Whether it changes nothing. */
export function isRead(text: string): boolean {
  return /^\s*select\b/.test(text) || (/^\s*with\b/.test(text) && !/\b(insert|update|delete)\b/.test(text));
}

interface OwnTable {
  column: string;
  /** Where it is written which comments were changed under the id. */
  changes?: { table: string; column: string };
}

/** What is stored once, under an id that nothing else has. */
const ownTables: Readonly<Record<string, OwnTable>> = {
  comments: { column: 'id' },
  credentials: { column: 'hash' },
  decisions: { column: 'id' },
  edits: { column: 'id', changes: { table: 'edits', column: 'id' } },
};

interface OwnRow extends OwnTable {
  table: string;
  id: string;
}

function ownRowOf({ sql: text, parameters: [id] }: CompiledQuery): OwnRow | undefined {
  const [, table = '', column] = /^insert into "?(\w+)"? \("?(\w+)/.exec(text) ?? [];
  const own = ownTables[table];
  return own && own.column === column && typeof id === 'string' ? { ...own, table, id } : undefined;
}

async function runUnlessDone(queries: readonly CompiledQuery[], own: OwnRow, run: Run): Promise<Rows> {
  try {
    const [, ...rows] = await run([failIfThere(own), ...queries]);
    return rows;
  } catch (error) {
    if (!String(error).includes('malformed JSON')) throw error;
  }
  return readDone(queries, own, run);
}

/** D1 has no `raise` outside of triggers. */
function failIfThere({ table, column, id }: OwnRow): CompiledQuery {
  return sql`select json('done: ' || ${sql.ref(column)}) from ${sql.table(table)}
    where ${sql.ref(column)} = ${id}`.compile(build);
}

/** What the earlier attempt was to answer, as far as it can still be read. */
function readDone(queries: readonly CompiledQuery[], own: OwnRow, run: Run): Promise<Rows> {
  return run(queries.map((query) => readInPlaceOf(query, own)));
}

function readInPlaceOf(query: CompiledQuery, own: OwnRow): CompiledQuery {
  const { changes, id } = own;
  if (isRead(query.sql)) return query;
  const returned = ownRowOf(query) && returnedBy(query);
  if (returned) return ownRow(own, returned);
  if (!changes || !/^update comments\b.*\breturning\b/s.test(query.sql))
    return sql`select 1 where false`.compile(build);
  return sql`select comment_id as id from ${sql.table(changes.table)}
    where ${sql.ref(changes.column)} = ${id}`.compile(build);
}

/** The columns that an insert answers with, as they are named in it. */
function returnedBy({ sql: text }: CompiledQuery): string[] | undefined {
  return /\breturning ((?:"\w+"(?:, )?)+)$/.exec(text)?.[1]?.replaceAll('"', '').split(', ');
}

function ownRow({ table, column, id }: OwnRow, columns: readonly string[]): CompiledQuery {
  return sql`select ${sql.join(columns.map((name) => sql.ref(name)))} from ${sql.table(table)}
    where ${sql.ref(column)} = ${id}`.compile(build);
}
