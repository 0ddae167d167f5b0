import type { Found, FoundArticle, FoundComment, LeaveOut } from '../found.ts';
import type { Input, Tell } from '../read/input.ts';
import { type Element, type Name, readElements } from '../read/xml.ts';
import { decodeOnce } from '../text/decode-once.ts';
import { childOf, textOf } from './elements.ts';

/** Of any version; or without one, where a file does not say what its prefix stands for. */
const isWp = (uri: string) => /^https?:\/\/wordpress\.org\/export\//.test(uri) || uri === 'wp';

const ofItems = new Set(['title', 'link']);
const ofBoth = new Set(
  'comment_status status post_password comment_id comment_author comment_author_email comment_date comment_date_gmt comment_content comment_approved comment_type comment_parent'.split(
    ' ',
  ),
);

function isRecord({ name, uri }: Name, parent: Name | undefined): boolean {
  if (name === 'item') return uri === '' && parent?.name === 'channel';
  return name === 'comment' && isWp(uri) && parent?.name === 'item';
}

function isPart({ name, uri }: Name): boolean {
  return uri === '' ? ofItems.has(name) : isWp(uri) && ofBoth.has(name);
}

/** WXR, what WordPress exports; an item comes whole after its comments. */
export async function* readWordpress(input: Input, tell: Tell | undefined): AsyncGenerator<Found> {
  let items = 0;
  let begun = false;
  for await (const element of readElements(input.text(tell), { isRecord, isPart })) {
    if (!begun) requireRoot(element);
    else if (element.name === 'comment') yield toComment(element, `${items}`);
    else {
      yield toArticle(element, `${items}`);
      items += 1;
    }
    begun = true;
  }
}

function requireRoot({ name, attributes }: Element): void {
  if (name !== 'rss') throw new Error(`the file is not a WordPress export (WXR): it begins with <${name}>`);
  if (Object.values(attributes).some((value) => value !== undefined && isWp(value))) return;
  throw new Error('the file is a feed (RSS), and not a WordPress export (WXR)');
}

function toArticle(item: Element, ref: string): FoundArticle {
  return {
    kind: 'article',
    ref,
    address: textOf(item, 'link'),
    title: lineOf(item, 'title'),
    closed: textOf(item, 'comment_status') === 'closed',
    leftOut: isPublic(item) ? undefined : 'unpublished article',
  };
}

const openTo = ['publish', 'inherit', 'static'];

function isPublic(item: Element): boolean {
  const status = textOf(item, 'status');
  return (status === undefined || openTo.includes(status)) && textOf(item, 'post_password') === undefined;
}

/** WordPress keeps names and titles as a page shows them; in CDATA they still are. */
function lineOf(element: Element, name: string): string | undefined {
  const text = textOf(element, name);
  return text !== undefined && childOf(element, name)?.verbatim ? decodeOnce(text) : text;
}

function toComment(comment: Element, article: string): FoundComment {
  const { state, leftOut, odd } = fateOf(textOf(comment, 'comment_approved'));
  return {
    kind: 'comment',
    id: textOf(comment, 'comment_id') ?? '',
    article,
    parent: parentOf(textOf(comment, 'comment_parent')),
    author: lineOf(comment, 'comment_author') ?? '',
    email: textOf(comment, 'comment_author_email'),
    body: { markup: 'wordpress', text: childOf(comment, 'comment_content')?.text ?? '' },
    state,
    time: timeOf(comment),
    place: `line ${comment.line}`,
    leftOut: leftOutByType(textOf(comment, 'comment_type')) ?? leftOut,
    oddities: odd ? ['unknown state'] : [],
  };
}

function parentOf(id: string | undefined): string | undefined {
  return id === '0' ? undefined : id;
}

function leftOutByType(type = 'comment'): LeaveOut | undefined {
  if (type === 'comment') return undefined;
  return type === 'pingback' || type === 'trackback' ? 'pingback' : 'other type';
}

interface Fate {
  state: FoundComment['state'];
  leftOut?: LeaveOut;
  odd?: true;
}

function fateOf(approved: string | undefined): Fate {
  if (approved === '1' || approved === 'approve' || approved === 'approved') return { state: 'published' };
  if (approved === '0' || approved === 'hold') return { state: 'pending' };
  if (approved === 'spam') return { state: 'spam' };
  if (approved === 'trash' || approved === 'post-trashed') return { state: 'rejected', leftOut: 'trash' };
  return { state: 'pending', odd: true };
}

function timeOf(comment: Element): FoundComment['time'] {
  const utc = textOf(comment, 'comment_date_gmt');
  if (utc && !utc.startsWith('0000')) return { text: utc, zone: 'utc' };
  return { text: textOf(comment, 'comment_date') };
}
