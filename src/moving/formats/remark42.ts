import type { Found, FoundArticle, FoundComment } from '../found.ts';
import type { Input, Tell } from '../read/input.ts';
import { readLines } from '../read/json-lines.ts';
import { Articles } from './articles.ts';
import { content, type Fields, fieldsOf, idOf, isTrue, nameOf, parentOf, said } from './fields.ts';

/** A backup of Remark42: a line of its own, then a comment a line. */
export async function* readRemark42(input: Input, tell: Tell | undefined): AsyncGenerator<Found> {
  const articles = new Articles();
  let begun = false;
  for await (const { value, line } of readLines(input, tell)) {
    const fields = fieldsOf(value);
    if (!begun) yield* closedOf(requireMeta(fields));
    else {
      const address = said(fieldsOf(fields.locator).url) ?? '';
      yield* articles.tell({ ref: address, address, title: said(fields.title) });
      yield toComment(fields, address, `line ${line}`);
    }
    begun = true;
  }
}

/** Exports of others say their version too, and have everything in that one line. */
function requireMeta(fields: Fields): Fields {
  const isMeta = 'version' in fields || Array.isArray(fields.users) || Array.isArray(fields.posts);
  if (isMeta && !('comments' in fields || 'data' in fields)) return fields;
  throw new Error('the file is not a backup of Remark42: its first line is none of its own');
}

function* closedOf({ posts }: Fields): Generator<FoundArticle> {
  for (const post of Array.isArray(posts) ? posts.map(fieldsOf) : []) {
    const ref = said(post.url);
    if (ref && isTrue(post.read_only)) yield { kind: 'article', ref, address: ref, closed: true };
  }
}

function toComment(fields: Fields, article: string, place: string): FoundComment {
  const html = content(fields.text);
  return {
    kind: 'comment',
    id: idOf(fields.id) ?? '',
    article,
    parent: parentOf(fields.pid),
    author: nameOf(fieldsOf(fields.user).name),
    body: html ? { markup: 'html', text: html } : { markup: 'markdown', text: content(fields.orig) },
    state: 'published',
    time: { text: said(fields.time) },
    place,
    leftOut: isTrue(fields.delete) || isTrue(fields.deleted) ? 'deleted' : undefined,
  };
}
