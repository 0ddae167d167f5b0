import { Buffer } from 'node:buffer';
import { createHash, createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto';
import type { Random } from './random.ts';

/** SHA-256: enough for what is already random (a token) or only compared (a request). */
export function digest(what: string | Uint8Array): string {
  return createHash('sha256').update(what).digest('base64url');
}

/** Half of a hash, 128 bits: enough to tell apart what many of are kept. */
export function shortened(hash: string): string {
  return hash.slice(0, 22);
}

/** A UUID of the same parts each time (RFC 9562, version 8). */
export function uuidOf(...parts: string[]): string {
  const bytes = createHash('sha256').update(JSON.stringify(parts)).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** HMAC-SHA256 under a key of its own for each purpose, so that one hash never stands in for another. */
export function keyedHash(secret: string, purpose: string, ...parts: string[]): string {
  return createHmac('sha256', keyFor(secret, purpose)).update(JSON.stringify(parts)).digest('base64url');
}

/** A process has one secret and a dozen purposes, each asked for at every request. */
const known = new Map<string, KeyObject>();
const mostKnown = 100;

function keyFor(secret: string, purpose: string): KeyObject {
  const name = `${purpose} ${secret}`;
  const before = known.get(name);
  if (before) return before;
  if (known.size >= mostKnown) known.clear();
  const key = createSecretKey(createHmac('sha256', secret).update(purpose).digest());
  known.set(name, key);
  return key;
}

/** Compares without telling by its time where two texts differ; only that they are not of one length. */
export function sameText(one: string, other: string): boolean {
  const [bytes, others] = [Buffer.from(one), Buffer.from(other)];
  return bytes.length === others.length && timingSafeEqual(bytes, others);
}

/** Random bytes that only whoever has the secret can tell; the same ones for the same purpose and parts. */
export function keyedRandom(secret: string, purpose: string, ...parts: string[]): Random {
  return randomFrom(keyedHash(secret, purpose, ...parts));
}

/** Random bytes to whoever has not the key, which is itself random; the same ones for the same key. */
export function randomFrom(key: string): Random {
  let block = 0;
  let rest = Buffer.alloc(0);
  return (size) => {
    while (rest.length < size) {
      block += 1;
      rest = Buffer.concat([rest, createHmac('sha512', key).update(String(block)).digest()]);
    }
    const bytes = rest.subarray(0, size);
    rest = rest.subarray(size);
    return bytes;
  };
}
