import { AsyncLocalStorage } from 'node:async_hooks';
import type { D1Database, D1DatabaseSession, D1PreparedStatement, D1Result } from '@cloudflare/workers-types';
import type { CompiledQuery } from 'kysely';
import { insist, insistOnBatch, isLost } from './d1/retries.ts';
import { type BatchRows, type Database, Duplicate, StorageFailure, Unmet } from './database.ts';
import { columnLeft } from './failure.ts';

export interface D1 extends Database {
  /**
   * One request's work as one session: it begins at the primary, so that nobody works on by a right that was taken
   * away, and goes on wherever a replica has come as far, so that everyone reads what they wrote.
   */
  inSession<Result>(work: () => Result): Result;
}

/** A D1 binding as our Database; `onChange` hears of every change to what readers may see. */
export function openD1(binding: D1Database, onChange: () => Promise<void> = async () => undefined): D1 {
  const session = new AsyncLocalStorage<D1DatabaseSession>();
  const run = async (queries: readonly CompiledQuery[]): Promise<D1Result[]> => {
    const connection = session.getStore() ?? binding;
    const statements = queries.map(
      ({ sql, parameters }): D1PreparedStatement => connection.prepare(sql).bind(...parameters),
    );
    const [only] = statements;
    return statements.length === 1 && only ? [await only.all()] : connection.batch(statements);
  };
  const rowsOf = async (queries: readonly CompiledQuery[]) =>
    (await run(queries)).map(({ results }) => results);
  const answering = async (queries: readonly CompiledQuery[], work: () => Promise<unknown[][]>) => {
    try {
      return await work();
    } catch (error) {
      throw classify(error);
    } finally {
      if (queries.some(changesWhatReadersSee)) await onChange();
    }
  };
  return {
    rowsAtOnce: 250,
    inSession: (work) => session.run(binding.withSession('first-primary'), work),
    query: async <Row>(query: CompiledQuery<Row>) => {
      const [rows = []] = await answering([query], () => insist(query, () => rowsOf([query])));
      return rows as Row[];
    },
    batch: async <const Queries extends readonly CompiledQuery[]>(queries: Queries) =>
      (await answering(queries, () => insistOnBatch(queries, rowsOf))) as BatchRows<Queries>,
  };
}

function changesWhatReadersSee({ sql }: CompiledQuery): boolean {
  return /^(insert into|update|delete from) "?(sites|articles|comments|decision_steps|decided_at_once)\b/.test(
    sql,
  );
}

/** D1 tells its errors apart by their text alone. */
function classify(error: unknown): unknown {
  const message = error instanceof Error ? error.message : String(error);
  if (/UNIQUE constraint failed/.test(message)) return new Duplicate(message, { cause: error });
  const column = columnLeft(message);
  if (column) return new Unmet(column, { cause: error });
  if (!isLost(error) && /SQLITE_(ERROR|CONSTRAINT|MISMATCH|RANGE)/.test(message)) return error;
  return new StorageFailure(message, { cause: error });
}
