import type { Staging } from './staging.ts';

export interface Thread {
  number: number;
  ref: string;
  address: string | null;
  key: string | null;
  url: string | null;
}

/** Where a thread belongs, or why it is left out. */
export type Place = { key: string; url: string } | { leftOut: string };

const pageRows = 1000;

/** Counts what each thread has that is not left out already; to be asked once all is read. */
export function countThreads({ connection }: Staging): void {
  connection.exec(`create index comments_of_thread on comments (thread);
    update threads set comments =
      (select count(*) from comments where thread = threads.number and left_out is null);
    update threads set left_out = coalesce(left_out, 'unknown article') where told = 0;`);
}

/** The threads that have comments to keep. */
export function* listThreads({ connection }: Staging): Generator<Thread & { comments: number }> {
  const page = connection.prepare<[number], Thread & { comments: number }>(
    `select number, ref, address, key, url, comments from threads
      where number > ? and comments > 0 and left_out is null order by number limit ${pageRows}`,
  );
  let rows = page.all(0);
  while (rows.length > 0) {
    yield* rows;
    rows = page.all(rows.at(-1)?.number ?? 0);
  }
}

/** Makes an article of all threads that belong to one key: called, closed and placed as the one with most comments. */
export function placeThreads(staging: Staging, placeOf: (thread: Thread) => Place): void {
  const { connection } = staging;
  const place = connection.prepare('update threads set article_key = ?, url = ? where number = ?');
  const leave = connection.prepare('update threads set left_out = ? where number = ?');
  for (const thread of listThreads(staging)) {
    const placed = placeOf(thread);
    if ('leftOut' in placed) leave.run(placed.leftOut, thread.number);
    else place.run(placed.key, placed.url, thread.number);
  }
  connection.exec(`create index threads_of_article on threads (article_key, comments) where article_key is not null;
    insert into articles (key, title, url, closed, comments)
      select article_key, coalesce(${largest('title')}, ''), coalesce(${largest('url')}, ''),
        min(coalesce(closed, 0)), sum(comments)
      from threads where article_key is not null group by article_key order by min(number);
    update comments set left_out = (select left_out from threads where number = thread)
      where left_out is null and thread in (select number from threads where left_out is not null);
    update comments set article =
      (select articles.number from threads join articles on articles.key = article_key where threads.number = thread);`);
}

function largest(column: string): string {
  return `(select ${column} from threads as of_it where of_it.article_key = threads.article_key and ${column} <> ''
    order by comments desc, number limit 1)`;
}
