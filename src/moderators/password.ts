import { Buffer } from 'node:buffer';
import { type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import type { Random } from '../world/random.ts';
import type { Turn } from './password-line.ts';

const cost = { N: 2 ** 15, r: 8, p: 3 };
const keyLength = 32;

/** `scrypt$N$r$p$salt$key`, so that the cost can be raised without locking anyone out. */
export async function hashPassword(_: Turn, random: Random, password: string): Promise<string> {
  const salt = Buffer.from(random(16));
  const key = await derive(password, salt, cost);
  return writeHash(salt, key);
}

/** The hash of a password that nobody knows or can find: its key was drawn, not derived. */
export function hashOfUnknown(random: Random): string {
  return writeHash(Buffer.from(random(16)), Buffer.from(random(keyLength)));
}

function writeHash(salt: Buffer, key: Buffer): string {
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64'), key.toString('base64')].join('$');
}

/** In place of a hash: of an account that opens by the newsroom's provider of accounts alone. */
export const noPassword = '-';

/** Takes as long for an account that does not exist (no hash) as for one that does. */
export async function verifyPassword(_: Turn, password: string, hash: string | undefined): Promise<boolean> {
  const known = hash === noPassword ? undefined : hash;
  const [, N, r, p, salt = '', key = ''] = (known ?? unknownAccount).split('$');
  const derived = await derive(password, Buffer.from(salt, 'base64'), {
    N: Number(N),
    r: Number(r),
    p: Number(p),
  });
  return timingSafeEqual(derived, Buffer.from(key, 'base64')) && known !== undefined;
}

const nothing = Buffer.alloc(keyLength).toString('base64');
const unknownAccount = `scrypt$${cost.N}$${cost.r}$${cost.p}$${nothing}$${nothing}`;

function derive(password: string, salt: Uint8Array, { N, r, p }: typeof cost): Promise<Buffer> {
  const options: ScryptOptions = { N, r, p, maxmem: 256 * N * r };
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, keyLength, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}
