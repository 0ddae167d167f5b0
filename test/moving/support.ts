import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FormatName } from '../../src/moving/formats/formats.ts';
import type { Found, FoundArticle, FoundComment } from '../../src/moving/found.ts';
import { type Reading, readExport } from '../../src/moving/read-export.ts';

export const pathOf = (name: string) => new URL(`samples/${name}`, import.meta.url).pathname;

/** What was exported, in which file, and the name of what must come of it. */
export const samples: [FormatName, string, string][] = [
  ['disqus', 'disqus.xml', 'disqus'],
  ['disqus', 'disqus-wxr.xml', 'disqus-wxr'],
  ['wordpress', 'wordpress.xml', 'wordpress'],
  ['isso', 'isso.db', 'isso'],
  ['isso', 'isso-threads.json', 'isso-threads'],
  ['remark42', 'remark42.gz', 'remark42'],
  ['artalk', 'artalk.artrans', 'artalk'],
  ['waline', 'waline.json', 'waline'],
  ['twikoo', 'twikoo.json', 'twikoo'],
  ['twikoo', 'twikoo-wrapped.json', 'twikoo'],
  ['twikoo', 'twikoo-lines.jsonl', 'twikoo'],
  ['commento', 'commento.json', 'commento'],
  ['commento', 'commento.json.gz', 'commento'],
  ['comentario', 'commento.json', 'commento'],
];

/** What is found in a file of this content. */
export async function read(
  format: FormatName,
  content: string | Uint8Array,
  reading?: Reading,
): Promise<Found[]> {
  const folder = mkdtempSync(join(tmpdir(), 'binh-luan-moving-'));
  try {
    writeFileSync(join(folder, 'export'), content);
    return await Array.fromAsync(readExport(join(folder, 'export'), format, reading));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export const isComment = (found: Found): found is FoundComment => found.kind === 'comment';
export const isArticle = (found: Found): found is FoundArticle => found.kind === 'article';

/** The sentence that refuses a file, or what was taken of it. */
export async function refusal(...given: Parameters<typeof read>): Promise<string | Found[]> {
  try {
    return await read(...given);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
