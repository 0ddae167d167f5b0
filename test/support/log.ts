import type { Service } from './service.ts';

/** What a page says, as its reader reads it: without its marks, and with single blanks. */
export async function readWeb(
  { request }: Service,
  path: string,
  headers: Record<string, string>,
  isPlain = true,
): Promise<string> {
  const text = await (await request(path, { headers })).text();
  if (!isPlain || !text.startsWith('<')) return text;
  return text.replace(/<[^>]+>/g, '').replaceAll(/[^\S\n]+/g, ' ');
}
