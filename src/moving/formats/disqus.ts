import type { Found, FoundArticle, FoundComment, Oddity } from '../found.ts';
import type { Input, Tell } from '../read/input.ts';
import type { Element, Name } from '../read/xml.ts';
import { readElements } from '../read/xml.ts';
import { childOf, textOf } from './elements.ts';
import { readWordpress } from './wordpress.ts';

const isDisqus = (uri: string) => /^https?:\/\/disqus\.com\/?$/.test(uri);

const parts = new Set(
  'id link title message createdAt author name username email isClosed isDeleted isSpam isApproved thread parent'.split(
    ' ',
  ),
);

/** A post names its thread by an element of the same name. */
function isRecord({ name, uri }: Name, parent: Name | undefined): boolean {
  return parent?.name === 'disqus' && isDisqus(uri) && (name === 'thread' || name === 'post');
}

/** The XML that Disqus exports, and what it imports: a WXR file with marks of its own. */
export async function* readDisqus(input: Input, tell: Tell | undefined): AsyncGenerator<Found> {
  const wanted = { isRecord, isPart: ({ name }: Name) => parts.has(name) };
  let begun = false;
  for await (const element of readElements(input.text(tell), wanted)) {
    if (!begun && element.name === 'rss') return yield* readWordpress(input, tell);
    if (!begun) requireRoot(element);
    else yield element.name === 'thread' ? toArticle(element) : toComment(element);
    begun = true;
  }
}

function requireRoot({ name, uri }: Element): void {
  if (name === 'disqus' && isDisqus(uri)) return;
  throw new Error(`the file is not an export of Disqus: it begins with <${name}>`);
}

function toArticle(thread: Element): FoundArticle {
  const own = textOf(thread, 'id');
  const address = textOf(thread, 'link') ?? addressIn(own);
  return {
    kind: 'article',
    ref: thread.attributes.id ?? own ?? '',
    address,
    key: address ? undefined : own,
    title: textOf(thread, 'title'),
    closed: textOf(thread, 'isClosed') === 'true',
    leftOut: textOf(thread, 'isDeleted') === 'true' ? 'deleted article' : undefined,
  };
}

/** The plugin for WordPress names an article by its number and its address. */
function addressIn(own = ''): string | undefined {
  return /(?:^|\s)(https?:\/\/\S+)$/.exec(own)?.[1];
}

function toComment(post: Element): FoundComment {
  const author = childOf(post, 'author');
  const { state, odd } = stateOf(post);
  return {
    kind: 'comment',
    id: post.attributes.id ?? textOf(post, 'id') ?? '',
    article: childOf(post, 'thread')?.attributes.id ?? '',
    parent: childOf(post, 'parent')?.attributes.id,
    author: textOf(author, 'name') ?? textOf(author, 'username') ?? '',
    email: textOf(author, 'email'),
    body: { markup: 'html', text: childOf(post, 'message')?.text ?? '' },
    state,
    time: { text: textOf(post, 'createdAt'), zone: 'utc' },
    place: `line ${post.line}`,
    leftOut: textOf(post, 'isDeleted') === 'true' ? 'deleted' : undefined,
    oddities: odd,
  };
}

function stateOf(post: Element): { state: FoundComment['state']; odd: readonly Oddity[] } {
  const spam = textOf(post, 'isSpam') ?? 'false';
  if (spam === 'true') return { state: 'spam', odd: [] };
  if (spam !== 'false') return { state: 'pending', odd: ['unknown state'] };
  return { state: textOf(post, 'isApproved') === 'false' ? 'pending' : 'published', odd: [] };
}
