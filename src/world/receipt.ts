import { keyedHash } from './hash.ts';

/** The comment's id, signed: nothing that opens a comment to its author needs to be stored. */
export function receiptFor({ secret }: { secret: string }, commentId: string): string {
  return `${commentId}.${keyedHash(secret, 'receipt', commentId)}`;
}
