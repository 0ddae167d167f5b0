import { alertLongQueues } from '../notices/alert.ts';
import { type CourierWorld, carry } from '../notices/courier.ts';
import { type MailWorld, mailCarrier } from '../notices/mail/carry-mail.ts';
import { writeDigests } from '../notices/mail/moderators/write-digests.ts';
import { giveBackTaken } from '../store/notices/taken.ts';
import type { Log } from '../world/log.ts';
import { giveWay } from '../world/slices.ts';
import { whenCalm } from './calm.ts';

const lookMs = 250;
/** What is due again by the clock is looked for so often, and how long queues wait once a minute. */
const dueMs = 2000;
const queuesMs = 60_000;

interface Watched {
  generation?(): number;
}

/** Tells outside what happened: soon after it is written, by whomever, and what is due again. */
export function keepTelling(world: CourierWorld, database: Watched, isStopping: () => boolean): void {
  const isMinute = eachMinute();
  const begin = atFirst(() => giveBackTaken(world.database, 'deliveries'));
  const look = async () => {
    await begin();
    if (isMinute()) await alertLongQueues(world);
  };
  const gentle = { ...world, calm: whenCalm() };
  keepCarrying(() => carry(gentle), { ...world, database, isStopping, look });
}

/** Sends mail as `keepTelling` tells, beside it: neither waits for the other. */
export function keepMailing(world: MailWorld, database: Watched, isStopping: () => boolean): void {
  const isMinute = eachMinute();
  const carry = mailCarrier(world);
  const look = atFirst(() => giveBackTaken(world.database, 'letters'));
  const writeAndCarry = async () => {
    await writeDigests(world, isMinute() ? 'all' : 'alerts').catch((error) =>
      world.log('error', 'no digest is written', { cause: String(error) }),
    );
    return carry();
  };
  keepCarrying(writeAndCarry, { ...world, database, isStopping, look });
}

/** Until it has been done once. */
function atFirst(work: () => Promise<void>): () => Promise<void> {
  let isDone = false;
  return async () => {
    if (!isDone) await work();
    isDone = true;
  };
}

/** True once a minute: not by the clock of the day, which may be set back. */
function eachMinute(): () => boolean {
  let at = 0;
  return () => {
    const now = performance.now();
    if (now < at) return false;
    at = now + queuesMs;
    return true;
  };
}

interface Carrying {
  database: Watched;
  isStopping: () => boolean;
  log: Log;
  /** Done before each time that something is carried. */
  look?: () => Promise<void>;
}

function keepCarrying(
  carryOn: () => Promise<boolean>,
  { database, isStopping, log, look = async () => undefined }: Carrying,
): void {
  let seen: number | undefined;
  let dueAt = 0;
  const carryDue = async () => {
    await look();
    const now = performance.now();
    const generation = database.generation?.();
    if (generation === seen && now < dueAt) return;
    [seen, dueAt] = [generation, now + dueMs];
    while (!isStopping() && (await carryOn())) await giveWay();
  };
  const again = () => {
    if (isStopping()) return;
    carryDue()
      .catch((error) => {
        if (!isStopping()) log('error', 'nothing is told outside', { cause: String(error) });
      })
      .finally(() => setTimeout(again, lookMs).unref());
  };
  again();
}
