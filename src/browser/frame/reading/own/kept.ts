// The comments that this device has sent, as they are kept on it.
import { listIn, partsIn, readKept, textsIn } from '../../kept.ts';
import { siteKey } from '../../page.ts';

/** A comment as its receipt shows it. */
export interface Own {
  id: string;
  receipt: string;
  state: 'pending' | 'published' | 'rejected' | 'spam' | 'withdrawn';
  author: string;
  body: string;
  createdAt: number;
  parentId: string | null;
}

/** What is shown of a comment to its author, with where it stands. */
export interface Mine extends Own {
  article: string;
  title: string;
  /** Whether it is theirs by what the site says of them, and not by its receipt alone. */
  isKnown?: boolean;
}

export const key = siteKey('own');

const states: readonly unknown[] = ['pending', 'published', 'rejected', 'spam', 'withdrawn'];
const texts = ['id', 'receipt', 'author', 'body', 'article', 'title'];

/** What is kept of them, as far as it is what was kept. */
export function readOwn(): Mine[] {
  return listIn(readKept(key)).filter(isKept);
}

function isKept(one: unknown): one is Mine {
  const { state, createdAt, parentId } = partsIn(one);
  const given = textsIn(one);
  return (
    texts.every((name) => given[name] !== undefined) &&
    states.includes(state) &&
    typeof createdAt === 'number' &&
    !Number.isNaN(new Date(createdAt).getTime()) &&
    (parentId === null || typeof parentId === 'string')
  );
}
