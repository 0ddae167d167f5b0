import type { Staging } from './staging.ts';

/** A comment as it is to be kept. */
export interface KeptComment extends Named {
  position: number;
  author: string;
  email: string | null;
  body: string;
  state: 'pending' | 'published' | 'rejected' | 'spam' | 'withdrawn';
  time: number;
  depth: number;
  article: number;
  key: string;
  title: string;
  url: string;
  closed: 0 | 1;
  parent: Named | null;
}

/** What a comment is told apart by in its source. */
export interface Named {
  id: string;
  within: string;
  twin: string;
}

type Row = Omit<KeptComment, 'parent'> & { upId: string | null; upWithin: string; upTwin: string };

const columns = `comments.position, comments.id, comments.within, comments.twin, comments.author, comments.email,
  comments.body, comments.state, comments.time, comments.depth, articles.number as article, articles.key,
  articles.title, articles.url, articles.closed, others.id as upId, others.within as upWithin, others.twin as upTwin`;
const tables = `comments join articles on articles.number = comments.article
  left join comments as others on others.position = comments.above`;

const pageRows = 500;

/** What is kept, article by article, each comment after the one that it answers. */
export function* listKept({ connection }: Staging): Generator<KeptComment> {
  connection.exec(
    'create index if not exists comments_in_order on comments (article, depth, time, position) where left_out is null',
  );
  const page = connection.prepare<[{ article: number; depth: number; time: number; position: number }], Row>(
    `select ${columns} from ${tables} where comments.left_out is null
      and (comments.article, comments.depth, comments.time, comments.position) > (:article, :depth, :time, :position)
    order by comments.article, comments.depth, comments.time, comments.position limit ${pageRows}`,
  );
  let rows = page.all({ article: 0, depth: 0, time: 0, position: 0 });
  while (rows.length > 0) {
    yield* rows.map(toKept);
    const last = rows.at(-1);
    rows = last
      ? page.all({ article: last.article, depth: last.depth, time: last.time, position: last.position })
      : [];
  }
}

/** The earliest that are kept. */
export function listEarliest({ connection }: Staging, most: number): KeptComment[] {
  return connection
    .prepare<[], Row>(
      `select ${columns} from ${tables} where comments.left_out is null
        order by comments.time, comments.position limit ${most}`,
    )
    .all()
    .map(toKept);
}

function toKept({ upId, upWithin, upTwin, ...row }: Row): KeptComment {
  return { ...row, parent: upId === null ? null : { id: upId, within: upWithin, twin: upTwin } };
}

/** What is left out, in the order of the file. */
export function* listLeftOut({ connection }: Staging): Generator<LeftOutRow> {
  const page = connection.prepare<[number], LeftOutRow>(
    `select position, place, id, left_out as reason from comments
      where position > ? and left_out is not null order by position limit ${pageRows}`,
  );
  let rows = page.all(0);
  while (rows.length > 0) {
    yield* rows;
    rows = page.all(rows.at(-1)?.position ?? 0);
  }
}

export interface LeftOutRow {
  position: number;
  /** Where it stands in the file. */
  place: string;
  id: string;
  reason: string;
}
