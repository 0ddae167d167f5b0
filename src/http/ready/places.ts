import { newChallengeId } from '../../captcha/challenge-id.ts';
import type { Site } from '../../sites/site.ts';
import { keyedHash } from '../../world/hash.ts';
import { randomToken } from '../../world/random.ts';
import type { World } from '../../world/world.ts';

/** What stands in a page that is kept for all, where each reader's has its own; nobody who writes a comment can know it. */
export function placesOf({ secret }: World): { challenge: string; key: string } {
  const nameOf = (place: string) => `place-${keyedHash(secret, 'place', place)}`;
  return { challenge: nameOf('challenge'), key: nameOf('key') };
}

/** What is put there for one answer, by the name of the place. */
export function fillsOf(world: World, site: Pick<Site, 'id'>): Record<string, () => string> {
  const { challenge, key } = placesOf(world);
  return { [challenge]: () => newChallengeId(world, site.id).id, [key]: () => randomToken(world.random) };
}
