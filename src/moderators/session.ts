import { actBy } from '../store/acts/record.ts';
import { StorageFailure } from '../store/database.ts';
import { sessionMs } from '../store/lifetimes.ts';
import {
  type CredentialKind,
  deleteCredential,
  findByCredential,
  putCredential,
  touchCredential,
} from '../store/moderators/credentials.ts';
import { signOut } from '../store/moderators/sign-out.ts';
import { digest } from '../world/hash.ts';
import { randomToken } from '../world/random.ts';
import type { World } from '../world/world.ts';
import type { Moderator } from './moderator.ts';
import type { Scope } from './scope.ts';

/** So often, and no oftener, is it noted that a session or token is in use. */
const touchMs = 5 * 60_000;

/** What a session begins with: a password or a link of ours, or the word of the provider of accounts. */
export type Opening = 'sign-in' | 'oidc-sign-in';

/** A new session's secret. */
export async function openSession(
  world: World,
  moderatorId: string,
  browser = '',
  opening: Opening = 'sign-in',
): Promise<string> {
  const createdAt = world.now();
  const expiresAt = createdAt + sessionMs;
  const secret = randomToken(world.random);
  const session = { kind: 'session', name: '', scope: null, endsAt: null } as const;
  const times = { createdAt, expiresAt };
  const act = actBy(world, { id: moderatorId, access: 'desk' });
  const opened = { ...session, ...times, hash: digest(secret), moderatorId, browser };
  await putCredential(world.database, opened, act, opening);
  return secret;
}

/** Who holds this secret, if it lives, and for what it may be used: for all that they may where no scope is told. */
export async function whoHolds(
  world: World,
  kind: CredentialKind,
  secret: string,
): Promise<{ moderator: Moderator; scope: Scope | null } | undefined> {
  return whoHoldsHash(world, kind, digest(secret));
}

export async function whoHoldsHash(
  world: World,
  kind: CredentialKind,
  hash: string,
): Promise<{ moderator: Moderator; scope: Scope | null } | undefined> {
  const now = world.now();
  const found = await findByCredential(world.database, kind, hash, now);
  if (!found) return undefined;
  if (Math.abs(now - (found.seenAt ?? 0)) >= touchMs) await noteUse(world, hash);
  return found;
}

/** Where nothing can be stored just now, what can be read is still theirs to read. */
async function noteUse(world: World, hash: string): Promise<void> {
  try {
    await touchCredential(world.database, hash, world.now());
  } catch (error) {
    if (!(error instanceof StorageFailure)) throw error;
  }
}

/** Lets go of a session that another takes the place of. */
export async function dropSession(world: World, secret: string): Promise<void> {
  await deleteCredential(world.database, digest(secret));
}

/** Ends the session whose secret this is, as its holder asks. */
export async function leaveSession(world: World, secret: string): Promise<void> {
  const hash = digest(secret);
  const found = await findByCredential(world.database, 'session', hash, world.now());
  if (!found) return;
  const { id } = found.moderator;
  await signOut(world.database, id, hash, actBy(world, { id, access: 'desk' }));
}
