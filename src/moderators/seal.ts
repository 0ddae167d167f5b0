import { Buffer } from 'node:buffer';
import { createCipheriv, createDecipheriv } from 'node:crypto';
import { keyedHash } from '../world/hash.ts';
import { everySecret, type Secrets } from '../world/secrets.ts';
import type { World } from '../world/world.ts';

const nonceBytes = 12;
const tagBytes = 16;

/** Bytes that only this installation can open, and only as those of this owner (AES-256-GCM). */
export function seal({ secret, random }: World, owner: string, bytes: Uint8Array): string {
  const nonce = random(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret), nonce).setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** What was sealed; nothing where it was sealed with another secret or for another owner. */
export function unseal(world: Secrets, owner: string, sealed: string): Uint8Array | undefined {
  for (const secret of everySecret(world)) {
    const bytes = unsealBy(secret, owner, sealed);
    if (bytes) return bytes;
  }
  return undefined;
}

function unsealBy(secret: string, owner: string, sealed: string): Uint8Array | undefined {
  const bytes = Buffer.from(sealed, 'base64url');
  const nonce = bytes.subarray(0, nonceBytes);
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(secret), nonce, { authTagLength: tagBytes });
    decipher.setAAD(Buffer.from(owner)).setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
    return Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]);
  } catch {
    return undefined;
  }
}

/** For whom things are sealed that have a row of their own; the key of a second factor is for its moderator's id. */
export const ownerOf = {
  identityKey: (id: string) => `identity key ${id}`,
  channel: (id: string) => `channel ${id}`,
  /** What somebody typed in for one host opens for no other: else whoever may change the address could read it there. */
  judge(kind: 'secret' | 'api-key', site: string, judgeUrl: string): string {
    const place = kind === 'api-key' ? ` ${URL.parse(judgeUrl)?.origin ?? ''}` : '';
    return `judge ${kind} ${site}${place}`;
  },
};

function keyOf(secret: string): Buffer {
  return Buffer.from(keyedHash(secret, 'seal'), 'base64url');
}
