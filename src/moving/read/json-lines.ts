import { splitLines } from '../../language/lines.ts';
import type { Input, Tell } from './input.ts';

/** A line of JSON lines, and its number. */
export interface Line {
  value: unknown;
  line: number;
}

/** LeanCloud writes it before all others. */
const preface = '#filetype:JSON-streaming';

/** Throws an Error that names the first line that is not JSON, and says that the file was cut where it is the last. */
export async function* readLines(input: Input, tell?: Tell): AsyncGenerator<Line> {
  let line = 0;
  let broken = 0;
  for await (const content of splitLines(
    input.utf8(tell),
    'the file is not of JSON lines: a line has no end',
  )) {
    line += 1;
    if (broken > 0 && content.trim()) throw new Error(notJson(broken));
    if (!content.trim() || content.startsWith(preface)) continue;
    const value = parse(content);
    if (value === undefined) broken = line;
    else yield { value, line };
  }
  if (broken > 0) throw new Error(`the file was cut, or is no JSON: its last line, ${broken}, has no end`);
}

function notJson(line: number): string {
  return line === 1
    ? 'the file is not of JSON lines: its first line is not JSON'
    : `line ${line} is not JSON`;
}

function parse(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}

/**
 * How a JSON file is laid out: an array, an object that has the entries in one of `wrappers`, or an object a line.
 * Throws an Error where it begins as none of them.
 */
export async function layoutOf(
  text: AsyncIterable<string>,
  wrappers: readonly string[],
): Promise<'array' | 'object' | 'lines'> {
  const start = (await beginning(text)).trimStart();
  if (start.startsWith('[')) return 'array';
  if (start.startsWith(preface)) return 'lines';
  if (start === '') throw new Error('the file is not JSON: it begins with nothing but empty lines');
  if (!start.startsWith('{')) throw new Error(`the file is not JSON: it begins with "${start.slice(0, 1)}"`);
  const [first = ''] = start.split('\n', 1);
  const entry = parse(first);
  return typeof entry === 'object' && entry !== null && !wrappers.some((name) => name in entry)
    ? 'lines'
    : 'object';
}

/** The first line; of one that is very long only its beginning, which no entry of a comment is. */
async function beginning(text: AsyncIterable<string>): Promise<string> {
  let start = '';
  for await (const chunk of text) {
    start += chunk;
    if (start.trimStart().includes('\n') || start.length > 1_000_000) break;
  }
  return start;
}
