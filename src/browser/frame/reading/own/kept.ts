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
export interface Mine extends Omit<Own, 'receipt'> {
  /** None where it is the site that says whose it is. */
  receipt?: string;
  article: string;
  title: string;
}

export interface Kept extends Mine {
  receipt: string;
}

export const key = siteKey('own');

const states: readonly unknown[] = ['pending', 'published', 'rejected', 'spam', 'withdrawn'];
const texts = ['id', 'receipt', 'author', 'body', 'article', 'title'];

/** What is kept of them, as far as it is what was kept. */
export function readOwn(): Kept[] {
  return listIn(readKept(key)).filter(isKept);
}

function isKept(one: unknown): one is Kept {
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
