import type { Mail } from '../notices/channels/mail.ts';
import { type CourierWorld, carry } from '../notices/courier.ts';
import { mailCarrier } from '../notices/mail/carry-mail.ts';

const mostRounds = 3;

/** What waits to be told outside, as far as the time of one request goes; the clock goes on with the rest. */
export async function tellSome(world: CourierWorld, mail: Mail | undefined): Promise<void> {
  try {
    const sendMail = mail ? mailCarrier({ ...world, mail }) : nothing;
    await Promise.all([someRounds(() => carry(world)), someRounds(sendMail)]);
  } catch (error) {
    world.log('error', 'nothing is told outside', { cause: String(error) });
  }
}

async function someRounds(carryOn: () => Promise<boolean>): Promise<void> {
  for (let round = 0; round < mostRounds && (await carryOn()); round += 1);
}

const nothing = async () => false;
