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

/** Those of the two forms of a page. */
export interface PageIds {
  top: FormIds;
  reply: FormIds;
}

const forms = ['top', 'reply'] as const;

/** What stands in a page that is kept for all, where each reader's has its own; nobody who writes a comment can know it. */
export function placesOf({ secret }: World): PageIds {
  const nameOf = (place: string) => `place-${keyedHash(secret, 'place', place)}`;
  const idsOf = (form: string) => ({ challenge: nameOf(`${form} challenge`), key: nameOf(`${form} key`) });
  return { top: idsOf('top'), reply: idsOf('reply') };
}

export function newPageIds(world: World, site: Pick<Site, 'id'>): PageIds {
  return { top: newFormIds(world, site), reply: newFormIds(world, site) };
}

function newFormIds(world: World, { id }: Pick<Site, 'id'>): FormIds {
  return { challenge: newChallengeId(world, id).id, key: randomToken(world.random) };
}

/** What is put there for one answer, by the name of the place. */
export function fillsOf(world: World, site: Pick<Site, 'id'>): Record<string, () => string> {
  const places = placesOf(world);
  const fills = forms.flatMap((form) => [
    [places[form].challenge, () => newChallengeId(world, site.id).id],
    [places[form].key, () => randomToken(world.random)],
  ]);
  return Object.fromEntries(fills);
}
