import type { By } from '../acts/act.ts';
import { digest } from '../world/hash.ts';
import type { World } from '../world/world.ts';
import type { Moderator } from './moderator.ts';
import { whoHoldsHash } from './session.ts';
import { createCredential, type NewToken } from './token.ts';

/** A key of the feed of the queue, as it is without the comments' texts or with them. */
export const feedKinds = ['feed', 'feed-texts'] as const;
export type FeedKind = (typeof feedKinds)[number];

/** Kept so that no token has the same hash: a key, which stands in an address, opens the feed and nothing else. */
function hashOf(kind: FeedKind, key: string): string {
  return `${kind}:${digest(key)}`;
}

/** A new key, shown this once. It is listed and ended like a token. */
export function createFeedKey(
  world: Pick<World, 'database' | 'now' | 'random'>,
  moderatorId: string,
  kind: FeedKind,
  given: Omit<NewToken, 'scope'>,
  by: By,
): Promise<string> {
  return createCredential(world, moderatorId, { ...given, scope: 'read' }, by, (key) => hashOf(kind, key));
}

/** Who follows the queue by this key, and whether with texts. */
export async function whoFollows(
  world: World,
  key: string,
): Promise<{ moderator: Moderator; texts: boolean } | undefined> {
  for (const kind of feedKinds) {
    const found = await whoHoldsHash(world, 'token', hashOf(kind, key));
    if (found) return { moderator: found.moderator, texts: kind === 'feed-texts' };
  }
  return undefined;
}
