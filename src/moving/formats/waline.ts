import type { Body, Found, FoundComment, Oddity } from '../found.ts';
import type { Input, Tell } from '../read/input.ts';
import { Articles } from './articles.ts';
import { type Kind, readEntries } from './entries.ts';
import { content, type Fields, idOf, nameOf, parentOf, said, timeOf } from './fields.ts';
import { withoutMention } from './mention.ts';

const waline: Kind = {
  name: 'Waline or Valine',
  fields: ['objectId', 'comment'],
  paths: ['$.data.Comment.*', '$.data.data.Comment.*', '$.results.*'],
};

/** What Waline exports from its desk, or Valine from LeanCloud. Accounts, with their passwords, are never read. */
export async function* readWaline(input: Input, tell: Tell | undefined): AsyncGenerator<Found> {
  const articles = new Articles();
  for await (const entry of readEntries(input, tell, waline)) {
    if ('kind' in entry) yield entry;
    else {
      const key = said(entry.fields.url) ?? '';
      yield* articles.tell({ ref: key, address: key });
      yield toComment(entry.fields, key, entry.place);
    }
  }
}

function toComment(fields: Fields, article: string, place: string): FoundComment {
  const parent = parentOf(fields.pid);
  const { state, odd } = stateOf(said(fields.status));
  return {
    kind: 'comment',
    id: idOf(fields.objectId) ?? '',
    article,
    parent,
    author: nameOf(fields.nick),
    email: said(fields.mail),
    body: bodyOf(withoutMention(content(fields.comment), parent)),
    state,
    time: { text: timeOf(fields.insertedAt) ?? timeOf(fields.createdAt) },
    place,
    oddities: odd,
  };
}

function stateOf(status: string | undefined): { state: FoundComment['state']; odd: readonly Oddity[] } {
  if (status === undefined || status === 'approved') return { state: 'published', odd: [] };
  if (status === 'spam') return { state: 'spam', odd: [] };
  return { state: 'pending', odd: status === 'waiting' ? [] : ['unknown state'] };
}

/** Waline keeps what was typed, and Valine what came of it. */
function bodyOf(text: string): Body {
  const isHtml = /^\s*<(p|div|blockquote|ul|ol|pre|h[1-6]|table)[\s>]/i.test(text);
  return { markup: isHtml ? 'html' : 'markdown-breaks', text };
}
