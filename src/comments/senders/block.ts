import type { By } from '../../acts/act.ts';
import type { Moderator } from '../../moderators/moderator.ts';
import { actBy, recordAct, undoOf } from '../../store/acts/record.ts';
import type { Act } from '../../store/acts.ts';
import { blockSender, findBlocks, setBlockEnd, unblock } from '../../store/limits/blocks.ts';
import { findTrace } from '../../store/senders/history.ts';
import { hourMs } from '../../world/clock.ts';
import { householdOf, isReader, widestOf } from '../../world/networks.ts';
import type { ActWorld, World } from '../../world/world.ts';
import { noTrace, notAsLeft, type SenderAt } from './known.ts';

/**
 * The site takes nothing from a sender for some hours, or from the whole network that they are in. Resolves to the act's
 * id, or null where they are blocked for longer already.
 */
export async function blockFor(
  world: World,
  moderator: Moderator,
  { site, sender, comment }: SenderAt,
  { hours, wide }: { hours: number; wide: boolean },
): Promise<string | null> {
  if (sender === '') throw noTrace();
  const act = actBy(world, moderator);
  const { createdAt: now } = act;
  const [name, until] = [blockedName(sender, wide), now + hours * hourMs];
  const stands = await findBlocks(world.database, site, name);
  const before = stands.find((one) => one.sender === name && one.until > now)?.until ?? null;
  const details = { comment, until, before, wide: wide && !isReader(sender) };
  const recorded = recordAct(act, { kind: 'block', site, details });
  const block = { site, sender: name, moderatorId: moderator.id, now, until };
  return (await blockSender(world.database, block, recorded)) ? act.id : null;
}

/** Of IPv6 the /56, which one household may have, or the whole /48. */
function blockedName(sender: string, wide: boolean): string {
  return wide ? widestOf(sender) : householdOf(sender);
}

/** Takes from a sender again at once. Resolves to the act's id, or null where they were not blocked. */
export async function liftBlocks(
  world: World,
  moderator: Moderator,
  { site, sender, comment }: SenderAt,
): Promise<string | null> {
  if (sender === '') throw noTrace();
  const act = actBy(world, moderator);
  const lifted = await findBlocks(world.database, site, sender);
  const until = Math.max(...lifted.map((one) => one.until));
  const wide = !isReader(sender) && lifted.some((one) => one.sender === widestOf(one.sender));
  const recorded = recordAct(act, { kind: 'unblock', site, details: { comment, until, wide } });
  return (await unblock(world.database, site, sender, recorded)) ? act.id : null;
}

/** Takes back that a sender was blocked, or was no more, by an act: where nobody did either since. */
export async function undoBlock(world: ActWorld, done: Act, by: By): Promise<string> {
  const { comment, until, before, wide } = done.details;
  const trace = await findTrace(world.database, { comment: String(comment), act: done.id });
  if (!trace?.doer) throw noTrace();
  const name = { site: trace.site, sender: blockedName(trace.sender, wide === true) };
  const act = actBy(world, by);
  const recorded = recordAct(act, undoOf({ ...done, details: { comment } }));
  const block = { ...name, moderatorId: by.id ?? trace.doer, now: act.createdAt, until: Number(until) };
  const ends = { from: Number(until), to: typeof before === 'number' ? before : null };
  const undone =
    done.kind === 'block'
      ? await setBlockEnd(world.database, name, ends, recorded)
      : block.until > block.now && (await blockSender(world.database, block, recorded));
  if (undone) return act.id;
  throw notAsLeft();
}
