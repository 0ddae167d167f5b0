import { StorageFailure } from '../store/database.ts';
import { sessionMs } from '../store/lifetimes.ts';
import {
  type CredentialKind,
  type CredentialToStore,
  deleteCredential,
  findByCredential,
  putCredential,
  touchCredential,
} from '../store/moderators/credentials.ts';
import { digest } from '../world/hash.ts';
import { randomToken } from '../world/random.ts';
import type { World } from '../world/world.ts';
import type { Moderator } from './moderator.ts';

/** So often, and no oftener, is it noted that a session or token is in use. */
const touchMs = 5 * 60_000;

/** A new session's secret. */
export async function openSession(world: World, moderatorId: string, browser = ''): Promise<string> {
  const createdAt = world.now();
  const expiresAt = createdAt + sessionMs;
  return putSecret(world, { moderatorId, kind: 'session', createdAt, expiresAt, browser });
}

/** A new bearer token, shown this once: only its hash is kept. */
export async function createToken(world: World, moderatorId: string): Promise<string> {
  const createdAt = world.now();
  return putSecret(world, { moderatorId, kind: 'token', createdAt, expiresAt: null, browser: '' });
}

/** Who holds this secret, if it lives. */
export async function whoHolds(
  world: World,
  kind: CredentialKind,
  secret: string,
): Promise<Moderator | undefined> {
  const hash = digest(secret);
  const now = world.now();
  const found = await findByCredential(world.database, kind, hash, now);
  if (!found) return undefined;
  if (Math.abs(now - (found.seenAt ?? 0)) >= touchMs) await noteUse(world, hash);
  return found.moderator;
}

/** Where nothing can be stored just now, what can be read is still theirs to read. */
async function noteUse(world: World, hash: string): Promise<void> {
  try {
    await touchCredential(world.database, hash, world.now());
  } catch (error) {
    if (!(error instanceof StorageFailure)) throw error;
  }
}

export async function endSession(world: World, secret: string): Promise<void> {
  await deleteCredential(world.database, digest(secret));
}

async function putSecret(world: World, credential: Omit<CredentialToStore, 'hash'>): Promise<string> {
  const secret = randomToken(world.random);
  await putCredential(world.database, { ...credential, hash: digest(secret) });
  return secret;
}
