import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** SHA-256: enough for what is already random (a token) or only compared (a request). */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/** HMAC-SHA256 under a key of its own for each purpose, so that one hash never stands in for another. */
export function keyedHash(secret: string, purpose: string, ...parts: string[]): string {
  const key = createHmac('sha256', secret).update(purpose).digest();
  return createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url');
}

/** Compares without telling by its time where two texts differ. */
export function sameText(one: string, other: string): boolean {
  return timingSafeEqual(
    createHash('sha256').update(one).digest(),
    createHash('sha256').update(other).digest(),
  );
}
