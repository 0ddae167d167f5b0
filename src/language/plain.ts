/**
 * Whether text can be stored and shown: no NUL, no half of a surrogate pair, and no more marks on one letter than the
 * Unicode stream-safe format allows (UAX #15), since composing a longer run takes quadratic time.
 */
export function isPlain(text: string): boolean {
  return text.isWellFormed() && !/\0|\p{M}{31}/u.test(text);
}
