import { Buffer } from 'node:buffer';
import { createHmac } from 'node:crypto';
import { addIdentityKey } from '../../src/readers/identity-keys.ts';
import { byCommand } from '../../src/store/acts/record.ts';
import type { Service } from './service.ts';

export type Parts = Readonly<Record<string, unknown>>;

/** A text or JSON as a part of a token. */
export function part(of: unknown): string {
  return Buffer.from(typeof of === 'string' ? of : JSON.stringify(of)).toString('base64url');
}

/** By hand, as a site would without any library. */
export function signed(
  secret: string | Uint8Array,
  claims: unknown,
  header: unknown = { alg: 'HS256', typ: 'JWT' },
) {
  const text = `${part(header)}.${part(claims)}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}

/** What a site says of its reader for five minutes from now on. */
export function claimsAt(now: number, more: Parts = {}): Parts {
  const iat = Math.floor(now / 1000);
  return { sub: 'u-17', name: 'Trần Minh Quân', aud: 'demo', iat, exp: iat + 300, ...more };
}

/** A site that vouches for its readers: the headers that speak for one. */
export async function vouching(service: Service, settings = {}, site = 'demo') {
  await service.setSite({ identity: 'offered', ...settings }, site);
  const { id, secret } = await addIdentityKey(service.deps, site, byCommand);
  const token = (more: Parts = {}) => signed(secret, claimsAt(service.clock.now, { aud: site, ...more }));
  return { id, secret, token, as: (more: Parts = {}) => ({ 'binh-luan-identity': token(more) }) };
}

/** What a reader sends whose site vouches for them. */
export function plainComment(more: Parts = {}) {
  return { article: { key: '/bai-viet' }, body: 'Bài viết rất hữu ích, cảm ơn tòa soạn.', ...more };
}
