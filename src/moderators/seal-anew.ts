import { noteAct } from '../store/acts/note.ts';
import { actBy, byService } from '../store/acts/record.ts';
import { listSealed, putSealed, type Sealed } from '../store/moderators/sealed.ts';
import type { World } from '../world/world.ts';
import { ownerOf, seal, unseal } from './seal.ts';

/**
 * Seals with the present secret what was sealed with one before it, and says how much that was, in the log too: so that
 * second factors, channels and keys outlive the overlap.
 */
export async function sealAnew(world: World): Promise<number> {
  const { oldSecrets: _, ...present } = world;
  let done = 0;
  for (const one of await listSealed(world.database)) {
    const owner = ownerOfSealed(one);
    if (unseal(present, owner, one.sealed)) continue;
    const bytes = unseal(world, owner, one.sealed);
    if (!bytes) continue;
    await putSealed(world.database, one, seal(world, owner, bytes));
    done += 1;
  }
  return done;
}

/** Notes in the log that the secret is another from now on. */
export async function noteRotation(world: World, sealed: number): Promise<void> {
  await noteAct(world.database, actBy(world, byService), { kind: 'secret-rotate', details: { sealed } });
}

function ownerOfSealed({ table, of, site, judgeUrl }: Sealed): string {
  if (table === 'identity_keys') return ownerOf.identityKey(of);
  if (table === 'channels') return ownerOf.channel(of);
  if (table === 'second_factors') return of;
  return ownerOf.judge(of === 'secret' ? 'secret' : 'api-key', site ?? '', judgeUrl ?? '');
}
