const strict = new TextDecoder('utf-8', { fatal: true });

/** The text that the bytes are in UTF-8; nothing where they are none: what is guessed at is no longer what was written. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
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
