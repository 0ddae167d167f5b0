import { noteLongQueues } from '../store/notices/alerts.ts';
import { hourMs } from '../world/clock.ts';
import type { World } from '../world/world.ts';

/** While a queue waits too long, that is told so often. */
const alertMs = hourMs;

/** Tells of each site whose queue waits longer than its owner wants. */
export async function alertLongQueues({ database, now }: Pick<World, 'database' | 'now'>): Promise<void> {
  await noteLongQueues(database, now(), alertMs);
}
