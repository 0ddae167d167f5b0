import { Buffer } from 'node:buffer';
import { z } from 'zod';
import { invalidField } from '../problem.ts';

/** Where a keyset page ended: the value it is sorted by, and the id that breaks ties. */
export type Position = readonly [value: number, id: string];

const position = z.tuple([z.number(), z.string().max(64)]);

export interface Page<Row> {
  rows: Row[];
  nextCursor: string | null;
}

export function encodeCursor(at: Position): string {
  return Buffer.from(JSON.stringify(at)).toString('base64url');
}

/** Throws a Problem where the cursor is not one of ours. */
export function decodeCursor(cursor: string): Position {
  try {
    return position.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw invalidField('cursor', 'unknown', {
      vi: 'Không đọc được vị trí trang này. Vui lòng mở lại từ đầu.',
      en: 'This cursor is not one that we gave. Please start from the first page.',
    });
  }
}

/** Makes a page of at most `limit` rows out of a query for `limit + 1`. */
export function toPage<Row>(rows: Row[], limit: number, at: (row: Row) => Position): Page<Row> {
  const last = rows[limit - 1];
  if (rows.length <= limit || !last) return { rows, nextCursor: null };
  return { rows: rows.slice(0, limit), nextCursor: encodeCursor(at(last)) };
}

/** The rows of all pages, each read once those before it are done with. */
export async function* everyRow<Row>(
  read: (cursor: string | undefined) => Promise<Page<Row>>,
): AsyncGenerator<Row> {
  let cursor: string | undefined;
  do {
    const page = await read(cursor);
    yield* page.rows;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}
