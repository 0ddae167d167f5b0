import type { Found, FoundComment } from '../found.ts';
import type { Input, Tell } from '../read/input.ts';
import { Articles } from './articles.ts';
import { type Kind, readEntries } from './entries.ts';
import { content, type Fields, idOf, isTrue, nameOf, parentOf, said, timeOf } from './fields.ts';
import { withoutMention } from './mention.ts';

const twikoo: Kind = { name: 'Twikoo', fields: ['_id', 'comment'], paths: ['$.data.*', '$.results.*'] };

/** What Twikoo exports from its desk, or its database: an array, wrapped or not, or an object a line. */
export async function* readTwikoo(input: Input, tell: Tell | undefined): AsyncGenerator<Found> {
  const articles = new Articles();
  for await (const entry of readEntries(input, tell, twikoo)) {
    if ('kind' in entry) yield entry;
    else {
      const address = addressOf(said(entry.fields.href));
      const key = said(entry.fields.url) ?? address ?? '';
      yield* articles.tell({ ref: key, key, address });
      yield toComment(entry.fields, key, entry.place);
    }
  }
}

/** The place in the page is cut off, encoded or not. */
function addressOf(href: string | undefined): string | undefined {
  return href?.split(/#|%23/i)[0];
}

function toComment(fields: Fields, article: string, place: string): FoundComment {
  const parent = parentOf(fields.pid);
  return {
    kind: 'comment',
    id: idOf(fields._id) ?? '',
    article,
    parent,
    author: nameOf(fields.nick),
    email: said(fields.mail),
    body: { markup: 'html', text: withoutMention(content(fields.comment), parent) },
    state: isTrue(fields.isSpam) ? 'spam' : 'published',
    time: { text: timeOf(fields.created) },
    place,
  };
}
