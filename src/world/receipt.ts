import { keyedHash } from './hash.ts';
import { type Secrets, secretOf } from './secrets.ts';

/** The comment's id, signed: nothing that opens a comment to its author needs to be stored. */
export function receiptFor({ secret }: { secret: string }, commentId: string): string {
  return `${commentId}.${keyedHash(secret, 'receipt', commentId)}`;
}

/** The id of the comment that a receipt of ours opens, by whichever secret it was made. */
export function readReceipt(world: Secrets, receipt: string): string | undefined {
  const [id = ''] = receipt.split('.');
  return secretOf(world, receipt, (made) => receiptFor(made, id)) === undefined ? undefined : id;
}
