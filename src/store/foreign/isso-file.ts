import { statSync } from 'node:fs';
import SQLite from 'better-sqlite3';

export interface IssoThread {
  kind: 'thread';
  id: number;
  uri: string;
  title: string | null;
}

export interface IssoComment {
  kind: 'comment';
  id: number;
  tid: number;
  parent: number | null;
  /** In seconds. */
  created: number | null;
  /** 1 published, 2 waiting, 4 deleted but answered. */
  mode: number;
  text: string | null;
  author: string | null;
  email: string | null;
}

/** The threads, then the comments, of a database of Isso; older ones lack some columns. Throws an Error of one line. */
export function* readIssoFile(path: string): Generator<IssoThread | IssoComment> {
  const connection = new SQLite(path, { readonly: true, fileMustExist: true });
  try {
    requireWhole(connection, path);
    const known = columnsOf(connection, 'comments');
    if (
      !known.includes('tid') ||
      !known.includes('text') ||
      !columnsOf(connection, 'threads').includes('uri')
    )
      throw new Error('the file is a database, but not one of Isso');
    for (const row of connection.prepare('select id, uri, title from threads').iterate())
      yield { kind: 'thread', ...(row as Omit<IssoThread, 'kind'>) };
    for (const row of connection.prepare(`select ${columns(known)} from comments order by id`).iterate())
      yield { kind: 'comment', ...(row as Omit<IssoComment, 'kind'>) };
  } catch (error) {
    if (error instanceof SQLite.SqliteError)
      throw new Error(`the database was cut, or cannot be read: ${error.message}`);
    throw error;
  } finally {
    connection.close();
  }
}

/** SQLite itself notices where whole pages are missing, and takes a piece of one for a page. */
function requireWhole(connection: SQLite.Database, path: string): void {
  const page = Number(connection.pragma('page_size', { simple: true }));
  if (statSync(path).size % page !== 0) throw new Error('the database was cut: it ends inside a page');
}

function columnsOf(connection: SQLite.Database, table: string): string[] {
  return connection.prepare<[string], string>('select name from pragma_table_info(?)').pluck().all(table);
}

function columns(known: readonly string[]): string {
  const wanted = ['id', 'tid', 'parent', 'created', 'mode', 'text', 'author', 'email'];
  return wanted.map((name) => (known.includes(name) ? name : `null as ${name}`)).join(', ');
}
