import { AsyncLocalStorage } from 'node:async_hooks';
import type { D1Database, D1PreparedStatement, D1Result } from '@cloudflare/workers-types';
import type { CompiledQuery } from 'kysely';
import { Connection } from './d1/connection.ts';
import { insist, insistOnBatch, isLost, isRead } from './d1/retries.ts';
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
  const [session, outside] = [new AsyncLocalStorage<Connection>(), connect(binding)];
  const connection = () => session.getStore() ?? outside;
  const call = (queries: readonly CompiledQuery[]) => connection().call(queries);
  const ask = async (query: CompiledQuery) =>
    isRead(query.sql) ? [await connection().ask(query)] : call([query]);
  const answering = async (queries: readonly CompiledQuery[], work: () => Promise<unknown[][]>) => {
    let isChanged = true;
    try {
      return await work();
    } catch (error) {
      const failure = classify(error);
      // Of what was lost nobody knows how far it came; what was refused has changed nothing.
      isChanged = failure instanceof StorageFailure;
      throw failure;
    } finally {
      if (isChanged && queries.some(changesWhatReadersSee)) await onChange();
    }
  };
  return {
    rowsAtOnce: 250,
    inSession: (work) => session.run(connect(binding.withSession('first-primary')), work),
    query: async <Row>(query: CompiledQuery<Row>) => {
      const [rows = []] = await answering([query], () => insist(query, () => ask(query)));
      return rows as Row[];
    },
    batch: async <const Queries extends readonly CompiledQuery[]>(queries: Queries) =>
      (await answering(queries, () => insistOnBatch(queries, call))) as BatchRows<Queries>,
  };
}

function connect(binding: Pick<D1Database, 'prepare' | 'batch'>): Connection {
  return new Connection(async (queries) => {
    const statements = queries.map(
      ({ sql, parameters }): D1PreparedStatement => binding.prepare(sql).bind(...parameters),
    );
    const [only] = statements;
    const answers: D1Result[] =
      statements.length === 1 && only ? [await only.all()] : await binding.batch(statements);
    return answers.map(({ results }) => results);
  });
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
