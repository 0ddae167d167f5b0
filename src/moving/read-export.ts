import type { Choices } from './formats/format.ts';
import { type FormatName, formats } from './formats/formats.ts';
import type { Found, FoundComment } from './found.ts';
import { openInput, type Tell } from './read/input.ts';
import type { Encoding } from './read/recode.ts';
import { emailOf } from './text/email.ts';
import { toLine } from './text/plain-text.ts';

export interface Reading extends Choices {
  /** What the file is in, where it is not in UTF-8 and does not begin as UTF-16 does. */
  encoding?: Encoding | undefined;
  /** Hears how many bytes of the file were read. */
  tell?: Tell | undefined;
}

/**
 * What a file that another system exported holds, in the file's order and one at a time: articles, and comments of
 * which some say why they are left out. Parents and articles may come after the comments that name them, an article
 * may be told of more than once, and an id may repeat. Bodies are as the source has them (`toPlainText`), and so are
 * times (`readTime`). Throws an Error of one line, as late as at the end, where the file is cut, of another format or
 * encoding, or compressed in a way that is not read: then nothing of it is to be kept.
 */
export async function* readExport(
  path: string,
  format: FormatName,
  { encoding, tell, sourceSite }: Reading = {},
): AsyncGenerator<Found> {
  const input = openInput(path, encoding);
  for await (const found of formats[format](input, tell, { sourceSite }))
    yield found.kind === 'comment' ? tidied(found) : { ...found, title: found.title && toLine(found.title) };
}

function tidied(comment: FoundComment): FoundComment {
  return {
    ...comment,
    author: toLine(comment.author),
    email: emailOf(comment.email),
    leftOut: comment.leftOut ?? (comment.id ? undefined : 'no id'),
  };
}
