import { claimsAt, type Parts, signed } from './identity.ts';
import type { ServiceProcess } from './process.ts';

/** A new key of a site, as its owner gets it. */
export async function addKey(service: ServiceProcess, site = 'bao'): Promise<string> {
  const { out, err, code } = await service.command(['site', 'identity-key', 'add', site]);
  if (code !== 0) throw new Error(err);
  return out.trim();
}

/** What a newspaper's own server makes just now for who is signed in there. */
export function vouch(secret: string, more: Parts = {}): string {
  return signed(secret, claimsAt(Date.now(), { name: 'Lê Thị Thu', aud: 'bao', ...more }));
}
