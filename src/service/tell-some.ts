import { alertLongQueues } from '../notices/alert.ts';
import type { Mail } from '../notices/channels/mail.ts';
import { type CourierWorld, carry } from '../notices/courier.ts';
import { type MailWorld, mailCarrier } from '../notices/mail/carry-mail.ts';
import { writeDigests } from '../notices/mail/moderators/write-digests.ts';

const mostRounds = 3;
/** The platform lets one request ask 50 others, and as much of the database as it takes. */
const mostTold = 40;

/** Finds out whose queue waits too long, and which moderators are due to be told how theirs stand. */
export async function lookAtQueues(
  world: Pick<CourierWorld, 'database' | 'now'>,
  mail: Mail | undefined,
): Promise<void> {
  await alertLongQueues(world);
  if (mail) await writeDigests(world);
}

/** What waits to be told outside, as far as the time of one request goes; the clock goes on with the rest. */
export async function tellSome(world: CourierWorld, mail: Mail | undefined): Promise<void> {
  try {
    await Promise.all([carry(world, mostTold), mail && tellByMail({ ...world, mail })]);
  } catch (error) {
    world.log('error', 'nothing is told outside', { cause: String(error) });
  }
}

async function tellByMail(world: MailWorld): Promise<void> {
  await writeDigests(world, 'alerts').catch((error) =>
    world.log('error', 'no digest is written', { cause: String(error) }),
  );
  const carryOn = mailCarrier(world);
  for (let round = 0; round < mostRounds && (await carryOn()); round += 1);
}
