import type { Mail } from '../notices/channels/mail.ts';
import { type CourierWorld, carry } from '../notices/courier.ts';
import { mailCarrier } from '../notices/mail/carry-mail.ts';
import { isAnythingDue } from '../store/notices/deliveries.ts';

const mostRounds = 3;
/** The platform lets one request ask 50 others, and as much of the database as it takes. */
const mostTold = 40;

/** What waits to be told outside, as far as the time of one request goes; the clock goes on with the rest. */
export async function tellSome(world: CourierWorld, mail: Mail | undefined): Promise<void> {
  try {
    const sendMail = mail ? mailCarrier({ ...world, mail }) : nothing;
    await Promise.all([tellChannels(world), someRounds(sendMail)]);
  } catch (error) {
    world.log('error', 'nothing is told outside', { cause: String(error) });
  }
}

async function tellChannels(world: CourierWorld): Promise<void> {
  if (await isAnythingDue(world.database, world.now())) await carry(world, mostTold);
}

async function someRounds(carryOn: () => Promise<boolean>): Promise<void> {
  for (let round = 0; round < mostRounds && (await carryOn()); round += 1);
}

const nothing = async () => false;
