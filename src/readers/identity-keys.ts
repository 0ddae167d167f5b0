import { Buffer } from 'node:buffer';
import type { By } from '../acts/act.ts';
import { ownerOf, seal, unseal } from '../moderators/seal.ts';
import { Problem } from '../problem.ts';
import { actBy, recordAct } from '../store/acts/record.ts';
import {
  dropIdentityKey,
  listIdentityKeys,
  mostIdentityKeys,
  type StoredIdentityKey,
  storeIdentityKey,
} from '../store/readers/identity-keys.ts';
import { randomToken } from '../world/random.ts';
import type { World } from '../world/world.ts';

type Keeping = Pick<World, 'database' | 'now' | 'random' | 'secret'>;

/** What is shown of a key once its secret has been. */
export type IdentityKey = Pick<StoredIdentityKey, 'id' | 'shown' | 'createdAt'>;

const secretBytes = 32;
const shownLength = 4;

/** Adds a key of a site; its secret, which is told this once, signs who the site's readers are, as the text that it is. */
export async function addIdentityKey(
  world: Keeping,
  site: string,
  by: By,
): Promise<{ id: string; secret: string }> {
  const id = randomToken(world.random);
  const secret = Buffer.from(world.random(secretBytes)).toString('base64url');
  const shown = `…${secret.slice(-shownLength)}`;
  const sealedSecret = seal(world as World, ownerOf.identityKey(id), Buffer.from(secret));
  const act = actBy(world, by);
  const isAdded = await storeIdentityKey(
    world.database,
    { id, site, sealedSecret, shown, createdAt: act.createdAt },
    recordAct(act, { kind: 'identity-key-add', site, details: { identityKey: shown } }),
  );
  if (isAdded) return { id, secret };
  throw new Problem('conflict', {
    vi: `Mỗi trang báo có nhiều nhất ${mostIdentityKeys} khóa. Vui lòng xóa bớt một khóa.`,
    en: `A site has at most ${mostIdentityKeys} keys. Please remove one first.`,
  });
}

export async function listKeys({ database }: Pick<World, 'database'>, site: string): Promise<IdentityKey[]> {
  const keys = await listIdentityKeys(database, site);
  return keys.map(({ id, shown, createdAt }) => ({ id, shown, createdAt }));
}

/** Ends a key at once: what it signed is worth nothing from now on. Throws `not-found` where the site has none such. */
export async function removeIdentityKey(world: Keeping, site: string, id: string, by: By): Promise<void> {
  const key = (await listIdentityKeys(world.database, site)).find((one) => one.id === id);
  if (!key) throw noSuchKey();
  const act = recordAct(actBy(world, by), {
    ...{ kind: 'identity-key-remove', site },
    details: { identityKey: key.shown },
  });
  if (!(await dropIdentityKey(world.database, { site, id }, act))) throw noSuchKey();
}

/** The bytes that tokens of a site may be signed with; what was sealed by another installation opens nothing. */
export async function secretsOf(
  world: Pick<World, 'database' | 'secret'>,
  site: string,
): Promise<Uint8Array[]> {
  const keys = await listIdentityKeys(world.database, site);
  return keys.flatMap(
    ({ id, sealedSecret }) => unseal(world as World, ownerOf.identityKey(id), sealedSecret) ?? [],
  );
}

function noSuchKey(): Problem {
  return new Problem('not-found', { vi: 'Không có khóa này.', en: 'There is no such key.' });
}
