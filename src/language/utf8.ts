const strict = new TextDecoder('utf-8', { fatal: true });

/** The text that the bytes are in UTF-8; nothing where they are none: what is guessed at is no longer what was written. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}

/** The text of bytes that come in parts, without a mark; throws an Error that says at which byte it is not UTF-8. */
export async function* readUtf8(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let passed = 0;
  for await (const chunk of chunks) {
    yield attempt(
      () => decoder.decode(chunk, { stream: true }),
      () => passed + firstWrong(chunk),
    );
    passed += chunk.length;
  }
  yield attempt(
    () => decoder.decode(),
    () => passed,
  );
}

function attempt(decode: () => string, at: () => number): string {
  try {
    return decode();
  } catch {
    throw new Error(`the file is not UTF-8 at byte ${at()}`);
  }
}

/** Where the first character that is none begins in a part, or where one that began before it is broken. */
function firstWrong(chunk: Uint8Array): number {
  let [good, bad] = [0, chunk.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isBeginning(chunk.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  const ends = [good, good - 1, good - 2, good - 3];
  return ends.find((end) => end >= 0 && decodeUtf8(chunk.subarray(0, end)) !== undefined) ?? good;
}

function isBeginning(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Whether every byte that is written as `%E1` and the like belongs to a character. */
export function isPercentUtf8(text: string): boolean {
  if (!text.includes('%')) return true;
  try {
    for (const [run] of text.matchAll(/(?:%[0-9a-f]{2})+/gi)) decodeURIComponent(run);
    return true;
  } catch {
    return false;
  }
}
