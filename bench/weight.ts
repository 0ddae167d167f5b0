import { gzipSync } from 'node:zlib';
import type { Answer, Client } from './client.ts';

/** What a browser loads for a first view of a page, in bytes. */
export interface Weight {
  files: number;
  /** As our server sent them. */
  sent: number;
  /** With each file packed, as a proxy would. */
  packed: number;
}

/** What browsers take over HTTPS. */
const taken = 'gzip, deflate, br';

/** The page and all that it names, and all that its scripts import; what is `left` out of it does not count. */
export async function weigh(client: Client, path: string, left?: RegExp): Promise<Weight> {
  const waiting = [path];
  const seen = new Map<string, { sent: number; packed: number }>();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue;
    const headers = { accept: 'text/html' };
    const answer = await client.get(next, { ...headers, 'accept-encoding': taken });
    const plain = isPacked(answer) ? await client.get(next, headers) : answer;
    seen.set(next, { sent: answer.body.length, packed: packedSize(answer, plain, left) });
    waiting.push(...namedIn(plain).map((named) => new URL(named, `http://any${next}`).pathname));
  }
  const sizes = [...seen.values()];
  return {
    files: sizes.length,
    sent: sizes.reduce((sum, { sent }) => sum + sent, 0),
    packed: sizes.reduce((sum, { packed }) => sum + packed, 0),
  };
}

function namedIn({ headers, body }: Answer): string[] {
  const text = body.toString();
  const patterns = headers['content-type']?.includes('html')
    ? [/<link rel="stylesheet" href="(\/[^"]+)"/g, /<script [^>]*src="(\/[^"]+)"/g]
    : [/(?:from|import) ?['"](\.{0,2}\/[^'"]+)['"]/g];
  return patterns.flatMap((pattern) => [...text.matchAll(pattern)].flatMap(([, path]) => path ?? []));
}

function packedSize(answer: Answer, plain: Answer, left: RegExp | undefined): number {
  const text = plain.body.toString();
  const rest = left ? text.replaceAll(left, '') : text;
  return rest === text && isPacked(answer) ? answer.body.length : gzipSync(rest).length;
}

function isPacked({ headers }: Answer): boolean {
  return headers['content-encoding'] !== undefined;
}
