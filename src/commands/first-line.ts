import { splitLines } from '../language/lines.ts';

/** The first line of standard input, however it ends; empty where there is none. */
export async function firstLine(): Promise<string> {
  const lines = splitLines(process.stdin, 'the first line of standard input has no end');
  for await (const line of lines) return line.replace(/\r$/, '');
  return '';
}
