import { newChallengeId } from '../../captcha/challenge-id.ts';
import type { Site } from '../../sites/site.ts';
import { keyedHash } from '../../world/hash.ts';
import { randomToken } from '../../world/random.ts';
import type { World } from '../../world/world.ts';

/** What a form has and no other: the ids of its challenge and of its retries. */
export interface FormIds {
  challenge: string;
  key: string;
}

export function newFormIds(world: World, { id }: Pick<Site, 'id'>): FormIds {
  return { challenge: newChallengeId(world, id).id, key: randomToken(world.random) };
}

/** What stands in a page that is kept for all, where each reader's has its own; nobody who writes a comment can know it. */
export function placesOf({ secret }: World): FormIds {
  const nameOf = (place: string) => `place-${keyedHash(secret, 'place', place)}`;
  return { challenge: nameOf('challenge'), key: nameOf('key') };
}

/** What is put there for one answer, by the name of the place. */
export function fillsOf(world: World, site: Pick<Site, 'id'>): Record<string, () => string> {
  const { challenge, key } = placesOf(world);
  return { [challenge]: () => newChallengeId(world, site.id).id, [key]: () => randomToken(world.random) };
}
