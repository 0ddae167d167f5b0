import { needsIdentity } from '../../readers/identity.ts';
import type { Sending } from '../idempotency.ts';

/** Throws `identity` where the site takes comments of known readers only, and this is of nobody that it vouches for. */
export function refuseStranger({ site, sender }: Pick<Sending, 'site' | 'sender'>): void {
  if (site.identity === 'required' && !sender.reader) throw needsIdentity(site);
}
