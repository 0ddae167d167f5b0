/** That many bytes of a cryptographically secure generator. */
export type Random = (size: number) => Uint8Array;

const unambiguous = '0123456789abcdefghjkmnpqrstvwxyz';

/** 130 random bits as 26 letters and digits: an id that cannot be guessed, or a secret. */
export function randomToken(random: Random): string {
  return randomText(random, unambiguous, 26);
}

/** Milliseconds since 1970 have as many bits until the year 10889. */
const timeLength = 10;

/**
 * An id that cannot be guessed, and stands in the order of its text behind all that were made before: 48 bits of
 * milliseconds, then 97 random ones. So tables and indexes grow at their ends, wherever else ids would scatter them.
 */
export function growingId({ now, random }: { now: () => number; random: Random }): string {
  const [byte = 0] = random(1);
  return inDigits(now() * 4 + (byte % 4), timeLength) + randomText(random, unambiguous, 19);
}

function inDigits(value: number, length: number): string {
  const base = unambiguous.length;
  const digit = unambiguous[value % base] ?? '';
  return length === 0 ? '' : inDigits(Math.floor(value / base), length - 1) + digit;
}

/** Characters of the alphabet, each equally likely: bytes past the last whole multiple are thrown away. */
export function randomText(random: Random, alphabet: string, length: number): string {
  const limit = 256 - (256 % alphabet.length);
  let text = '';
  while (text.length < length) {
    for (const byte of random(length)) {
      if (byte < limit && text.length < length) text += alphabet[byte % alphabet.length];
    }
  }
  return text;
}

/** Between the two, to about 16 bits. */
export function randomBetween(random: Random, low: number, high: number): number {
  const [first = 0, second = 0] = random(2);
  return low + ((first * 256 + second) / 65_536) * (high - low);
}
