export type Verdict = 'pass' | 'hold' | 'refuse';

/** A place in the body as it was given, in UTF-16 units; `end` is the first one after it. */
export interface Span {
  start: number;
  end: number;
}

/** What one rule says of one comment; without a span it is about the whole comment or its author's name. */
export interface Finding extends Partial<Span> {
  rule: string;
  verdict: Verdict;
  message: Message;
}

/** One sentence a moderator reads, in both languages of the desk. */
export interface Message {
  vi: string;
  en: string;
}

const mildToStrict: readonly Verdict[] = ['pass', 'hold', 'refuse'];

/** The strictest of the verdicts, `pass` if there are none. */
export function strictest(verdicts: readonly Verdict[]): Verdict {
  return mildToStrict.findLast((verdict) => verdicts.includes(verdict)) ?? 'pass';
}
