import { keyedHash } from '../world/hash.ts';
import { randomToken } from '../world/random.ts';
import type { World } from '../world/world.ts';

const count = 10;

/** New codes, such as `k7f3-9dqm`. */
export function newRecoveryCodes({ random }: World): string[] {
  return Array.from({ length: count }, () => {
    const token = randomToken(random);
    return `${token.slice(0, 4)}-${token.slice(4, 8)}`;
  });
}

/** Keyed, since 40 bits are too few to hide behind a plain hash; equal however a person copies the code. */
export function hashRecoveryCode(
  { secret }: Pick<World, 'secret'>,
  moderatorId: string,
  code: string,
): string {
  const letters = code.toLowerCase().replace(/[^0-9a-z]/g, '');
  const read = letters.replace(/o/g, '0').replace(/[il]/g, '1');
  return keyedHash(secret, 'recovery code', moderatorId, read);
}
