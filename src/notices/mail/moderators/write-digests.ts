import { listDue, writeDigest } from '../../../store/notices/digests.ts';
import type { World } from '../../../world/world.ts';
import { letterDue } from './pace.ts';

/** Writes the letters that are due to moderators by now: of all that they chose, or of appeals and reports alone. */
export async function writeDigests(
  { database, now }: Pick<World, 'database' | 'now'>,
  which: 'all' | 'alerts' = 'all',
): Promise<void> {
  const at = now();
  const byModerator = Map.groupBy(await listDue(database, at, which), ({ moderator }) => moderator);
  for (const due of byModerator.values()) {
    const letter = letterDue(due, at);
    if (letter) await writeDigest(database, letter, at);
  }
}
