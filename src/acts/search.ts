import { parseQuery, type Term } from '../language/search/query.ts';
import { withoutMarks, wordsIn } from '../language/search/words.ts';
import { isDecision, type LogEntry, type LogFilter, listLog } from '../store/acts/log.ts';
import { encodeCursor, type Page } from '../store/cursor.ts';
import type { Database } from '../store/database.ts';
import { giveWay } from '../world/slices.ts';

const readTogether = 100;
/** So many lines are looked through at once; whoever wants to look further asks once more. */
const mostRead = 3000;

/**
 * The lines that have all these words, as `listLog` lists them: in who did it, what is said of it, and what still stands
 * of the comments that it is about. May find none and have a cursor all the same, from which the search goes on.
 */
export async function searchLog(
  database: Database,
  query: LogFilter & { q: string; limit: number; cursor?: string | undefined },
): Promise<Page<LogEntry>> {
  const { q, limit, ...filter } = query;
  const isFound = finder(q);
  const rows: LogEntry[] = [];
  let cursor = query.cursor;
  for (let read = 0; read < mostRead; read += readTogether) {
    const page = await listLog(database, { ...filter, cursor, limit: readTogether });
    for (const entry of page.rows) {
      if (!isFound(entry)) continue;
      rows.push(entry);
      const isLast = entry === page.rows.at(-1) && page.nextCursor === null;
      if (rows.length === limit) return { rows, nextCursor: isLast ? null : after(entry) };
    }
    if (page.nextCursor === null) return { rows, nextCursor: null };
    cursor = page.nextCursor;
    await giveWay();
  }
  return { rows, nextCursor: cursor ?? null };
}

function after({ createdAt, id }: LogEntry): string {
  return encodeCursor([createdAt, id]);
}

/** Phrases and words that are not to be there, as the queue is searched. */
function finder(q: string): (entry: LogEntry) => boolean {
  const { terms } = parseQuery(q);
  return (entry) => {
    const written = wordsIn(textOf(entry)).map(({ word }) => word);
    const bare = written.map(withoutMarks);
    const has = ({ words }: Term) =>
      written.some((_, at) =>
        words.every(({ word, isBare }, index) => (isBare ? bare : written)[at + index] === word),
      );
    return terms.every((term) => has(term) !== term.isNot);
  };
}

function textOf(entry: LogEntry): string {
  if (isDecision(entry)) {
    const { moderator, reason, note, comments } = entry;
    return [
      moderator,
      reason,
      note,
      ...comments.flatMap(({ author, body, site }) => [author, body, site]),
    ].join(' ');
  }
  const { by, account, site, about, edit, details } = entry;
  const edited = edit && [edit.before.author, edit.before.body, edit.after?.body];
  return [by, account, site, about?.author, about?.body, ...(edited ?? []), JSON.stringify(details)].join(
    ' ',
  );
}
