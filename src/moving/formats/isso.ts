import { readIssoFile } from '../../store/foreign/isso-file.ts';
import type { Found } from '../found.ts';
import type { Input, Tell } from '../read/input.ts';
import { readValues } from '../read/json.ts';
import { layoutOf } from '../read/json-lines.ts';
import { content, type Fields, fieldsOf, idOf, nameOf, said } from './fields.ts';

/** The database file of Isso, or the JSON of threads that it imports. */
export async function* readIsso(input: Input, tell: Tell | undefined): AsyncGenerator<Found> {
  if (input.isSqlite) yield* readDatabase(input.path);
  else if ((await layoutOf(input.text(), [])) === 'array') yield* readThreads(input, tell);
  else throw new Error('the file is not of Isso: neither its database nor a JSON array of threads');
}

const states = { 1: 'published', 2: 'pending', 4: 'published' } as const;

function* readDatabase(path: string): Generator<Found> {
  for (const row of readIssoFile(path)) {
    if (row.kind === 'thread') {
      yield { kind: 'article', ref: String(row.id), key: row.uri, title: row.title ?? undefined };
      continue;
    }
    const known = states[row.mode as keyof typeof states];
    yield {
      kind: 'comment',
      id: String(row.id),
      article: String(row.tid),
      parent: row.parent === null ? undefined : String(row.parent),
      author: nameOf(row.author),
      email: row.email ?? undefined,
      body: { markup: 'markdown', text: content(row.text) },
      state: known ?? 'pending',
      time: { text: row.created === null ? undefined : row.created * 1000 },
      place: `comment ${row.id}`,
      leftOut: row.mode === 4 ? 'deleted' : undefined,
      oddities: known ? [] : ['unknown state'],
    };
  }
}

async function* readThreads(input: Input, tell: Tell | undefined): AsyncGenerator<Found> {
  for await (const value of readValues(input.text(tell), ['$.*'])) {
    const thread = fieldsOf(value);
    const key = said(thread.id);
    if (key === undefined || !Array.isArray(thread.comments))
      throw new Error('the file is not of Isso: its entries are no threads with an id and comments');
    yield { kind: 'article', ref: key, key, title: readTitle(said(thread.title)) };
    for (const one of thread.comments) yield toComment(fieldsOf(one), key);
  }
}

/** Some converters write them as an address has them. */
function readTitle(title: string | undefined): string | undefined {
  if (!title || !/%[0-9a-f]{2}/i.test(title)) return title;
  try {
    return decodeURIComponent(title);
  } catch {
    return title;
  }
}

function toComment(comment: Fields, article: string): Found {
  const id = idOf(comment.id) ?? '';
  return {
    kind: 'comment',
    id,
    within: article,
    article,
    author: nameOf(comment.author),
    email: said(comment.email),
    body: { markup: 'markdown', text: content(comment.text) },
    state: 'published',
    time: { text: said(comment.created), zone: 'utc' },
    place: `thread ${article}, comment ${id}`,
  };
}
