import { gzipSync } from 'node:zlib';
import type { Answer, Client } from './client.ts';

/** What a browser loads for a first view of a page, in bytes. */
export interface Weight {
  files: number;
  /** As our server sent them to who takes gzip. */
  sent: number;
  /** With each file packed, as a proxy would. */
  packed: number;
}

/** The page and all that it names, and all that its scripts import. */
export async function weigh(client: Client, path: string): Promise<Weight> {
  const waiting = [path];
  const seen = new Map<string, Answer>();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue;
    const answer = await client.get(next, { accept: 'text/html', 'accept-encoding': 'gzip' });
    seen.set(next, answer);
    if (answer.headers['content-encoding'] === undefined) waiting.push(...namedIn(answer));
    else waiting.push(...namedIn(await client.get(next, { accept: 'text/html' })));
  }
  const answers = [...seen.values()];
  return {
    files: answers.length,
    sent: answers.reduce((sum, { body }) => sum + body.length, 0),
    packed: answers.reduce((sum, answer) => sum + packedSize(answer), 0),
  };
}

function namedIn({ headers, body }: Answer): string[] {
  const text = body.toString();
  const patterns = headers['content-type']?.includes('html')
    ? [/<link rel="stylesheet" href="(\/[^"]+)"/g, /<script [^>]*src="(\/[^"]+)"/g]
    : [/(?:from|import) ['"]\.?(\/[^'"]+)['"]/g];
  return patterns.flatMap((pattern) => [...text.matchAll(pattern)].flatMap(([, path]) => path ?? []));
}

function packedSize({ headers, body }: Answer): number {
  return headers['content-encoding'] === undefined ? gzipSync(body).length : body.length;
}
