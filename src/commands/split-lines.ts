/** Longer than any line that is written, so that a file of something else is not kept in memory. */
const longestLine = 8_000_000;

/**
 * Lines that end with a line feed; throws an Error of these words where one has no end. Not by `readline`, which takes
 * other characters for the end of a line too.
 */
export async function* splitLines(input: AsyncIterable<string>, endless: string): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of input) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > longestLine) throw new Error(endless);
    yield* lines;
  }
  if (rest) yield rest;
}
