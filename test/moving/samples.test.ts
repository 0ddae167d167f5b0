import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { FormatName } from '../../src/moving/formats/formats.ts';
import type { FoundArticle, FoundComment } from '../../src/moving/found.ts';
import { readTime } from '../../src/moving/read/time.ts';
import { readExport } from '../../src/moving/read-export.ts';
import { toPlainText } from '../../src/moving/text/plain-text.ts';
import { pathOf, samples } from './support.ts';

/** WordPress keeps a name as a page shows it; it is read as it was typed. */
const typed = (author: string) => author.replace('&amp;', '&');

interface Expected {
  articles: { title: string | null; url: string | null }[];
  comments: { sourceId: string; author: string; article: string }[];
}

test.each(samples)('what %s exported is read whole from %s', async (format, name, expectedName) => {
  const expected: Expected = JSON.parse(readFileSync(pathOf(`${expectedName}.expected.json`), 'utf8'));
  const { articles, comments } = await readAll(format, pathOf(name));
  expect(
    comments
      .filter(isKept)
      .map((comment) => told(comment, comments))
      .sort(inOrder),
  ).toEqual(
    expected.comments.map(({ article: _, ...one }) => ({ ...one, author: typed(one.author) })).sort(inOrder),
  );
  for (const page of expected.articles) expect(articles.map(pageOf)).toContainEqual(page);
});

async function readAll(format: FormatName, path: string) {
  const found = await Array.fromAsync(readExport(path, format));
  const articles = found.filter((one): one is FoundArticle => one.kind === 'article');
  const known = new Set(articles.map(({ ref }) => ref));
  const comments = found.filter(
    (one): one is FoundComment => one.kind === 'comment' && known.has(one.article),
  );
  return { articles, comments };
}

const isKept = ({ leftOut }: FoundComment) => leftOut === undefined;
const inOrder = (one: object, other: object) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1);

/** As it would be kept, where times without a zone are those of Vietnam. */
function told(comment: FoundComment, all: readonly FoundComment[]) {
  return {
    sourceId: comment.id,
    parentSourceId: keptAbove(comment, all),
    author: comment.author || 'Bạn đọc',
    email: comment.email ?? null,
    body: toPlainText(comment.body),
    state: comment.state,
    createdAt: new Date(Number(readTime(comment.time, 7 * 60))).toISOString(),
  };
}

function keptAbove({ parent }: FoundComment, all: readonly FoundComment[]): string | null {
  const above = all.find(({ id }) => id === parent);
  if (!above) return null;
  return isKept(above) ? above.id : keptAbove(above, all);
}

/** The key is made of the address by whoever keeps it. */
function pageOf({ key, address, title }: FoundArticle) {
  const path = key ?? (address && pathIn(address));
  return { key: path, title: title ?? null, url: address?.startsWith('http') ? address : null };
}

function pathIn(address: string): string {
  const { pathname, search } = new URL(address, 'https://any.example');
  return pathname + search;
}
