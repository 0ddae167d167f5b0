import type { By } from '../../acts/act.ts';
import type { Moderator } from '../../moderators/moderator.ts';
import { actBy, recordAct, undoOf } from '../../store/acts/record.ts';
import type { Act } from '../../store/acts.ts';
import { holdAgain, releaseHolds, storeHold, takeHoldBack } from '../../store/senders/holds.ts';
import { householdOf, widestOf } from '../../world/networks.ts';
import type { ActWorld, World } from '../../world/world.ts';
import { noTrace, notAsLeft, type SenderAt } from './known.ts';

/**
 * From now on all that a sender sends waits for a moderator, whatever their site publishes by itself; `wide` is to hold
 * the whole network that they are in. Resolves to the act's id, or null where it was so already.
 */
export async function holdSender(
  world: World,
  moderator: Moderator,
  { site, sender, comment }: SenderAt,
  { reason, wide }: { reason: string; wide: boolean },
): Promise<string | null> {
  if (sender === '') throw noTrace();
  const act = actBy(world, moderator);
  const hold = {
    ...{ id: act.id, site, sender: wide ? widestOf(sender) : householdOf(sender) },
    ...{ moderatorId: moderator.id, reason, createdAt: act.createdAt },
  };
  const recorded = recordAct(act, { kind: 'sender-hold', site, details: { comment } });
  return (await storeHold(world.database, hold, recorded)) ? act.id : null;
}

/** What a sender sends goes the way of all again. Resolves to the act's id, or null where they were not held. */
export async function releaseSender(
  world: World,
  moderator: Moderator,
  { site, sender, comment }: SenderAt,
): Promise<string | null> {
  const act = actBy(world, moderator);
  const recorded = recordAct(act, { kind: 'sender-release', site, details: { comment } });
  return (await releaseHolds(world.database, { id: act.id, site, sender }, recorded)) ? act.id : null;
}

/** Takes back that a sender was held, or was released, by an act: where nobody did either since. */
export async function undoHold(world: ActWorld, done: Act, by: By): Promise<string> {
  const act = actBy(world, by);
  const recorded = recordAct(act, undoOf(done));
  const undone =
    done.kind === 'sender-hold'
      ? await takeHoldBack(world.database, { id: done.id, by: act.id }, recorded)
      : await holdAgain(world.database, done.id, recorded);
  if (undone) return act.id;
  throw notAsLeft();
}
