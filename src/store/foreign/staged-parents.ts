import type SQLite from 'better-sqlite3';
import type { Staging } from './staging.ts';

/**
 * Finds out what each comment answers: its parent where that is kept, else the nearest above it that is, else nothing.
 * Circles are broken where they begin in the file.
 */
export function findParents({ connection }: Staging): void {
  connection.exec(`update comments set up = (select others.position from comments as others
        where others.id = comments.parent and others.within = comments.within
        order by others.article is comments.article desc, others.left_out is null desc, others.position limit 1)
      where parent is not null;
    update comments set mark = 'missing' where parent is not null and up is null;
    update comments set mark = 'other article', up = null where up is not null
      and article is not (select others.article from comments as others where others.position = comments.up);
    update comments set mark = 'circle', up = null where up = position;
    create index comments_below on comments (up) where up is not null;
    create index comments_at_depth on comments (depth);
    update comments set depth = 0 where up is null;`);
  breakCircles(connection, descend(connection, 0));
  connection.exec(`update comments set mark = iif(above is null, 'to top', 'to ancestor')
    where up is not null and (select left_out from comments as others where others.position = comments.up) is not null`);
}

/** Level by level, so that whatever is above a comment is known before it; the first level that has none. */
function descend(connection: SQLite.Database, from: number): number {
  const next = connection.prepare<[{ depth: number }]>(`update comments set depth = :depth + 1,
      above = (select iif(others.left_out is null, others.position, others.above)
        from comments as others where others.position = comments.up)
    where depth is null and up in (select position from comments where depth = :depth)`);
  let depth = from;
  while (next.run({ depth }).changes > 0) depth += 1;
  return depth + 1;
}

/** What no way leads down to is in a circle, or below one; each begins deeper than all that was reached before. */
function breakCircles(connection: SQLite.Database, deepest: number): void {
  const first = connection
    .prepare<[], number>('select position from comments where depth is null order by position limit 1')
    .pluck();
  const cut = connection.prepare(
    "update comments set mark = 'circle', up = null, depth = :depth where position = :position",
  );
  let depth = deepest;
  for (let start = first.get(); start !== undefined; start = first.get()) {
    cut.run({ position: beginningOf(connection, start), depth });
    depth = descend(connection, depth);
  }
}

/** The earliest in the file of the circle that is above a comment. */
function beginningOf(connection: SQLite.Database, start: number): number {
  const above = connection.prepare<[number], number>('select up from comments where position = ?').pluck();
  const seen = new Set<number>();
  let position = start;
  for (; !seen.has(position); position = above.get(position) ?? start) seen.add(position);
  let least = position;
  for (let next = above.get(position); next !== undefined && next !== position; next = above.get(next))
    least = Math.min(least, next);
  return least;
}
