import { SignJWT } from 'jose';
import { byService } from '../store/acts/record.ts';
import { randomToken } from '../world/random.ts';
import type { World } from '../world/world.ts';
import { addIdentityKey, secretsOf } from './identity-keys.ts';

type Signing = Pick<World, 'database' | 'now' | 'random' | 'secret'>;

const livesSeconds = 900;

/** Says who a visitor of the first-run page is, as any site does of its readers: by a key of its own, made when it is first needed. */
export async function signDemoReader(world: Signing, visitor: string): Promise<string> {
  const [secret = await firstSecret(world)] = await secretsOf(world, 'demo');
  const now = Math.floor(world.now() / 1000);
  return new SignJWT({ name: 'Minh Anh' })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(visitor)
    .setAudience('demo')
    .setIssuedAt(now)
    .setJti(randomToken(world.random))
    .setExpirationTime(now + livesSeconds)
    .sign(secret);
}

async function firstSecret(world: Signing): Promise<Uint8Array> {
  const { secret } = await addIdentityKey(world, 'demo', byService);
  return new TextEncoder().encode(secret);
}
