import type { QueuedComment } from '../../comments/comment.ts';
import { type FoundWords, findWords } from '../../language/search/found.ts';
import type { QueueContext } from '../views.ts';

const nothing: FoundWords = { author: [], title: [], body: [] };

/** Where the words that were searched for are in a comment. */
export function foundIn(
  { author, body, article }: QueuedComment,
  { asked }: Pick<QueueContext, 'asked'>,
): FoundWords {
  return asked.q ? findWords(asked.q, { author, body, title: article.title }) : nothing;
}
