import { Buffer } from 'node:buffer';
import { decodeUtf8 } from './utf8.ts';

/** Longer than any line that is written, so that a file of something else is not kept in memory. */
const longestLine = 24_000_000;
const lineFeed = 10;

/**
 * Lines of UTF-8 that end with a line feed; throws an Error of these words where one has no end, and one that names the
 * line where it is not UTF-8. Not by `readline`, which takes other characters for the end of a line too, and guesses.
 */
export async function* splitLines(input: AsyncIterable<Uint8Array>, endless: string): AsyncGenerator<string> {
  let number = 0;
  let rest: Uint8Array[] = [];
  const read = () => {
    number += 1;
    const line = decodeUtf8(Buffer.concat(rest));
    rest = [];
    if (line === undefined) throw new Error(`line ${number} is not UTF-8`);
    return line;
  };
  for await (const chunk of input) {
    let from = 0;
    for (let to = chunk.indexOf(lineFeed); to !== -1; to = chunk.indexOf(lineFeed, from)) {
      rest.push(chunk.subarray(from, to));
      yield read();
      from = to + 1;
    }
    rest.push(chunk.subarray(from));
    if (lengthOf(rest) > longestLine) throw new Error(endless);
  }
  if (lengthOf(rest) > 0) yield read();
}

function lengthOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, { length }) => sum + length, 0);
}
