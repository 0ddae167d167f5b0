import type { Found, FoundComment, LeaveOut } from '../found.ts';
import type { Input, Tell } from '../read/input.ts';
import { Articles } from './articles.ts';
import { type Kind, readEntries } from './entries.ts';
import { content, type Fields, idOf, isTrue, parentOf, said, timeOf } from './fields.ts';

const ours: Kind = {
  name: 'comments as export --format jsonl writes them',
  fields: ['id', 'body'],
  paths: ['$.comments.*'],
};

/** What `export --format jsonl` prints, and what anybody can write by hand: an object a line, plain text in it. */
export async function* readJsonl(input: Input, tell: Tell | undefined): AsyncGenerator<Found> {
  const articles = new Articles();
  for await (const entry of readEntries(input, tell, ours)) {
    if ('kind' in entry) yield entry;
    else {
      const [key, url] = [said(entry.fields.article), said(entry.fields.url)];
      const ref = key ?? url ?? '';
      const named = { ref, title: said(entry.fields.title), closed: isTrue(entry.fields.closed) };
      yield* articles.tell(key === undefined ? { ...named, address: url } : { ...named, key, url });
      yield toComment(entry.fields, ref, entry.place);
    }
  }
}

function toComment(fields: Fields, article: string, place: string): FoundComment {
  const { state, leftOut, odd } = fateOf(said(fields.state));
  return {
    kind: 'comment',
    id: idOf(fields.id) ?? '',
    article,
    parent: parentOf(fields.parent),
    author: said(fields.author) ?? '',
    email: said(fields.email),
    body: { markup: 'plain', text: content(fields.body) },
    state,
    time: { text: timeOf(fields.createdAt) },
    place,
    leftOut,
    oddities: odd ? ['unknown state'] : [],
  };
}

const states = ['published', 'pending', 'rejected', 'spam'] as const;

function fateOf(said = 'published'): { state: FoundComment['state']; leftOut?: LeaveOut; odd?: true } {
  const state = states.find((one) => one === said);
  if (state) return { state };
  return said === 'withdrawn' ? { state: 'withdrawn', leftOut: 'deleted' } : { state: 'pending', odd: true };
}
