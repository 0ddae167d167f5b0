import SQLite from 'better-sqlite3';

/** A thread as the source tells of it; what it is told of once more is added. */
export interface StagedThread {
  ref: string;
  address: string | null;
  key: string | null;
  url: string | null;
  title: string | null;
  closed: boolean | null;
  leftOut: string | null;
}

export interface StagedComment {
  id: string;
  /** What its id is unique in; empty where that is the whole source. */
  within: string;
  thread: string;
  parent: string | null;
  author: string;
  email: string | null;
  body: string;
  state: string;
  /** Null where it is left out and nobody asked. */
  time: number | null;
  place: string;
  leftOut: string | null;
}

/**
 * `up` is the comment that one answers, `above` the nearest that is kept; `mark` says what became of its place in the
 * thread. `twin` tells apart what has the same id and is not the same.
 */
const schema = `
  create table threads (
    number integer primary key, ref text not null unique, told integer not null default 0, address text, key text,
    title text, closed integer, left_out text, comments integer not null default 0, article_key text, url text
  );
  create table articles (
    number integer primary key, key text not null unique, title text not null, url text not null,
    closed integer not null, comments integer not null
  );
  create table comments (
    position integer primary key, id text not null, within text not null, twin text not null default '',
    thread integer not null, article integer, parent text, author text not null, email text, body text not null,
    state text not null, time integer, place text not null, left_out text, up integer, above integer, depth integer,
    mark text
  );`;

/** What a file holds, while it is put in order: in a file of its own that is gone with this process. */
export class Staging {
  readonly connection = new SQLite('');
  readonly #threadOf: SQLite.Statement<[string], { number: number }>;
  readonly #tell: SQLite.Statement;
  readonly #add: SQLite.Statement;
  #last: { ref: string; number: number } | undefined;

  constructor() {
    for (const setting of ['journal_mode = off', 'synchronous = off', 'cache_size = -16000'])
      this.connection.pragma(setting);
    this.connection.exec(schema);
    this.#threadOf = this.connection.prepare(
      'insert into threads (ref) values (?) on conflict (ref) do update set ref = ref returning number',
    );
    this.#tell =
      this.connection.prepare(`insert into threads (ref, told, address, key, url, title, closed, left_out)
      values (:ref, 1, :address, :key, :url, :title, :closed, :leftOut)
      on conflict (ref) do update set told = 1, address = coalesce(excluded.address, address),
        key = coalesce(excluded.key, key), url = coalesce(excluded.url, url), title = coalesce(excluded.title, title),
        closed = coalesce(excluded.closed, closed), left_out = coalesce(excluded.left_out, left_out)`);
    this.#add = this.connection.prepare(`insert into comments
        (id, within, thread, parent, author, email, body, state, time, place, left_out)
      values (:id, :within, :thread, :parent, :author, :email, :body, :state, :time, :place, :leftOut)`);
    this.connection.exec('begin');
  }

  addThread(thread: StagedThread): void {
    this.#tell.run({ ...thread, closed: thread.closed === null ? null : Number(thread.closed) });
  }

  addComment(comment: StagedComment): void {
    this.#add.run({ ...comment, thread: this.#numberOf(comment.thread) });
  }

  close(): void {
    this.connection.close();
  }

  /** Most comments come after another of the same thread. */
  #numberOf(ref: string): number {
    if (this.#last?.ref === ref) return this.#last.number;
    const number = this.#threadOf.get(ref)?.number ?? 0;
    this.#last = { ref, number };
    return number;
  }
}
