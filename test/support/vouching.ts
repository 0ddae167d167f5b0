import { createHmac } from 'node:crypto';
import type { ServiceProcess } from './process.ts';

export interface Vouched {
  sub?: string;
  name?: string;
  site?: string;
  /** When it was made, in milliseconds. */
  at?: number;
  livesSeconds?: number;
}

/** A new key of a site, as its owner gets it. */
export async function addKey(service: ServiceProcess, site = 'bao'): Promise<string> {
  const { out, err, code } = await service.command(['site', 'identity-key', 'add', site]);
  if (code !== 0) throw new Error(err);
  return /^[\w-]{43}$/m.exec(out)?.[0] ?? '';
}

/** What a newspaper's own server makes for who is signed in there. */
export function vouch(secret: string, given: Vouched = {}): string {
  const { sub = '27', name = 'Lê Thị Thu', site = 'bao', at = Date.now(), livesSeconds = 900 } = given;
  const iat = Math.floor(at / 1000);
  const said = [
    { alg: 'HS256', typ: 'JWT' },
    { sub, name, aud: site, iat, exp: iat + livesSeconds },
  ]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${said}.${createHmac('sha256', secret).update(said).digest('base64url')}`;
}
