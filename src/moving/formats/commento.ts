import type { Found, FoundComment, Oddity } from '../found.ts';
import type { Input, Tell } from '../read/input.ts';
import { readValues } from '../read/json.ts';
import { layoutOf } from '../read/json-lines.ts';
import { Articles } from './articles.ts';
import { content, type Fields, fieldsOf, idOf, isTrue, nameOf, parentOf, said } from './fields.ts';

/** What Commento and its heirs export. Who wrote stands behind the comments, so that the file is read twice. */
export async function* readCommento(input: Input, tell: Tell | undefined): AsyncGenerator<Found> {
  await requireVersion(input);
  const people = await readPeople(input);
  const articles = new Articles();
  let count = 0;
  for await (const value of readValues(input.text(tell), ['$.comments.*'])) {
    count += 1;
    const fields = fieldsOf(value);
    const address = addressOf(fields);
    yield* articles.tell({ ref: address, address });
    yield toComment(fields, address, people, `entry ${count}`);
  }
}

async function requireVersion(input: Input): Promise<void> {
  const layout = await layoutOf(input.text(), ['version', 'comments', 'commenters']);
  if (layout === 'object')
    for await (const value of readValues(input.text(), ['$.version'])) {
      if (value === 1) return requireComments(input);
      throw new Error(`the file is of version ${String(value)}, which is not read here; only version 1 is`);
    }
  throw new Error('the file is not of Commento: it does not say its version');
}

async function requireComments(input: Input): Promise<void> {
  for await (const _ of readValues(input.text(), ['$.comments.*', '$.comments'])) return;
  throw new Error('the file is not of Commento: it has no comments');
}

interface Person {
  name: string;
  email: string | undefined;
}

/** Each is written once for every comment. */
async function readPeople(input: Input): Promise<ReadonlyMap<string, Person>> {
  const people = new Map<string, Person>();
  for await (const value of readValues(input.text(), ['$.commenters.*'])) {
    const { commenterHex, name, email } = fieldsOf(value);
    const hex = said(commenterHex);
    if (hex !== undefined) people.set(hex, { name: nameOf(name), email: said(email) });
  }
  return people;
}

/** The scheme is not kept there, and is `https` by now. */
function addressOf({ domain, url }: Fields): string {
  const path = said(url) ?? '/';
  if (/^https?:/i.test(path)) return path;
  return `https://${said(domain) ?? ''}${path.startsWith('/') ? '' : '/'}${path}`;
}

function toComment(
  fields: Fields,
  article: string,
  people: ReadonlyMap<string, Person>,
  place: string,
): FoundComment {
  const person = people.get(said(fields.commenterHex) ?? '');
  const text = content(fields.markdown);
  const { state, odd } = stateOf(said(fields.state));
  return {
    kind: 'comment',
    id: idOf(fields.commentHex) ?? '',
    article,
    parent: parentOf(fields.parentHex),
    author: person?.name ?? '',
    email: person?.email,
    body: text ? { markup: 'markdown', text } : { markup: 'html', text: content(fields.html) },
    state,
    time: { text: said(fields.creationDate) },
    place,
    leftOut: isTrue(fields.deleted) || text.trim() === '[deleted]' ? 'deleted' : undefined,
    oddities: odd,
  };
}

function stateOf(state: string | undefined): { state: FoundComment['state']; odd: readonly Oddity[] } {
  if (state === 'approved') return { state: 'published', odd: [] };
  if (state === 'flagged') return { state: 'pending', odd: ['flagged'] };
  return { state: 'pending', odd: state === 'unapproved' ? [] : ['unknown state'] };
}
