import { Buffer } from 'node:buffer';
import { createHmac } from 'node:crypto';
import { sameText } from '../world/hash.ts';

const stepMs = 30_000;
const digits = 6;
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The time step whose code this is (RFC 6238): the present one or one beside it, since clocks differ. */
export function findStep(key: Uint8Array, code: string, now: number): number | undefined {
  const present = Math.floor(now / stepMs);
  return [present, present - 1, present + 1].find((step) => sameText(codeOf(key, step), code));
}

/** The code of a counter (RFC 4226). */
export function codeOf(key: Uint8Array, counter: number): string {
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(BigInt(counter));
  const mac = createHmac('sha1', key).update(message).digest();
  const offset = mac.readUInt8(mac.length - 1) & 0xf;
  const number = mac.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

/** Base32 (RFC 4648) of whole groups of five bits, which is how authenticator apps take a key. */
export function toBase32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((group) => letters[Number.parseInt(group, 2)]).join('');
}

/** What an authenticator app reads from a QR code or a link; neither name may have a colon. */
export function keyAddress(key: string, issuer: string, account: string): string {
  const [by, of] = [issuer, account].map((name) => encodeURIComponent(name.replaceAll(':', ' ')));
  return `otpauth://totp/${by}:${of}?secret=${key}&issuer=${by}`;
}
