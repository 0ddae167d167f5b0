import type { State } from '../comments/comment.ts';

/** A thread of another system. Its comments may come before or after it, and some formats never tell of it. */
export interface FoundArticle {
  kind: 'article';
  /** What its comments call it. */
  ref: string;
  /** An absolute address, or the path of one. */
  address?: string | undefined;
  /** The article's key by the source's own word, where there is no address. */
  key?: string | undefined;
  /** Where it is, where not that but its key says which article it is. */
  url?: string | undefined;
  title?: string | undefined;
  closed?: boolean | undefined;
  /** Why all of it is left out. */
  leftOut?: LeaveOut | undefined;
}

export interface FoundComment {
  kind: 'comment';
  /** The source's own id; of those that are unique in their article only, `within` names that. */
  id: string;
  within?: string | undefined;
  article: string;
  parent?: string | undefined;
  author: string;
  email?: string | undefined;
  body: Body;
  state: State;
  time: FoundTime;
  /** Where it stands in the file, as a person looks for it. */
  place: string;
  /** Why it is left out; what answers it is lifted. */
  leftOut?: LeaveOut | undefined;
  /** What was not as the format promises. */
  oddities?: readonly Oddity[] | undefined;
}

/** As the source has it: made plain only where it is kept. */
export interface Body {
  markup: 'html' | 'wordpress' | 'markdown' | 'markdown-breaks' | 'plain';
  text: string;
}

/** A time as written, and in which zone it is where it does not say so: none means that the operator must. */
export interface FoundTime {
  text: string | number | undefined;
  zone?: 'utc' | undefined;
}

export const leaveOuts = [
  'deleted',
  'pingback',
  'other type',
  'trash',
  'unpublished article',
  'deleted article',
  'unknown article',
  'other host',
  'no address',
  'no text',
  'no id',
  'no time',
  'too large',
  'duplicate',
  'not understood',
  'spam',
] as const;
export type LeaveOut = (typeof leaveOuts)[number];

export const oddities = ['unknown state', 'state guessed', 'collapsed', 'flagged', 'two ids'] as const;
export type Oddity = (typeof oddities)[number];

export type Found = FoundArticle | FoundComment;
