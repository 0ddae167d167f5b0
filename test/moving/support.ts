import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FormatName } from '../../src/moving/formats/formats.ts';
import type { Found, FoundArticle, FoundComment } from '../../src/moving/found.ts';
import { type Reading, readExport } from '../../src/moving/read-export.ts';

export const pathOf = (name: string) => new URL(`samples/${name}`, import.meta.url).pathname;

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
