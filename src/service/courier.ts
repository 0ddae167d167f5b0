import { alertLongQueues } from '../notices/alert.ts';
import { type CourierWorld, carry } from '../notices/courier.ts';
import { inSteps } from '../world/slices.ts';

const lookMs = 250;
/** What is due again by the clock is looked for so often, and queues that wait too long once a minute. */
const dueMs = 2000;
const alertMs = 60_000;

interface Watched {
  generation?(): number;
}

/** Tells outside what happened: soon after it is written, by whomever, and what is due again. */
export function keepTelling(world: CourierWorld, database: Watched, isStopping: () => boolean): void {
  let seen: number | undefined;
  let dueAt = 0;
  let alertAt = 0;
  const look = async () => {
    const now = Date.now();
    if (now >= alertAt) {
      alertAt = now + alertMs;
      await alertLongQueues(world);
    }
    const generation = database.generation?.();
    if (generation === seen && now < dueAt) return;
    [seen, dueAt] = [generation, now + dueMs];
    await inSteps(() => carry(world));
  };
  const again = () => {
    if (isStopping()) return;
    look()
      .catch((error) => {
        if (!isStopping()) world.log('error', 'nothing is told outside', { cause: String(error) });
      })
      .finally(() => setTimeout(again, lookMs).unref());
  };
  again();
}
