import type { Letter } from '../mail/letter.ts';

/** Hands a letter over to be delivered. Rejects where that failed; with `Returned` where it is this letter that is not taken. */
export type Mail = (letter: Letter) => Promise<void>;

/** This letter was refused while others are taken: for good, as where nobody has such an address, or for now. */
export class Returned extends Error {
  override name = 'Returned';
  readonly isForGood: boolean;

  constructor(cause: unknown, isForGood: boolean) {
    super(isForGood ? 'refused for good' : 'refused for now', { cause });
    this.isForGood = isForGood;
  }
}

export const sendMs = 20_000;

/** Of a letter that one may end by one click (RFC 8058), and of one that no machine is to answer. */
export function headersOf({ id, unsubscribe }: Letter): Record<string, string> {
  return {
    'X-Letter-Id': id,
    'Auto-Submitted': 'auto-generated',
    ...(unsubscribe && {
      'List-Unsubscribe': `<${unsubscribe}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    }),
  };
}
