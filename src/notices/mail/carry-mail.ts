import { type Sent, settleLetters, takeLetters, type WaitingLetter } from '../../store/notices/letters.ts';
import { tellFailing } from '../../world/failing.ts';
import type { Log } from '../../world/log.ts';
import { counter } from '../../world/metrics.ts';
import type { Random } from '../../world/random.ts';
import { type Mail, Returned } from '../channels/mail.ts';
import { againAt, restMs } from '../pauses.ts';
import { compose } from './compose.ts';
import type { ComposingWorld } from './composing.ts';
import { letterOf } from './letter.ts';

export interface MailWorld extends ComposingWorld {
  mail: Mail;
  random: Random;
  log: Log;
}

const mostTogether = 10;

const count = counter('binh_luan_letters_tried_total', 'Letters that were tried, by what came of it.', {
  labels: ['result'],
  known: [{ result: 'delivered' }, { result: 'failed' }],
});

/**
 * Sends what is due, one round at a time; each resolves with whether there may be more. While nothing can be handed over
 * it rests, and tries one letter at a time.
 */
export function mailCarrier(world: MailWorld): () => Promise<boolean> {
  const { database, now, random, log } = world;
  let failures = 0;
  let restsUntil = 0;
  return async () => {
    if (now() < restsUntil) return false;
    const letters = await takeLetters(database, failures > 0 ? 1 : mostTogether, now());
    if (letters.length === 0) return false;
    const sent = await Promise.all(letters.map((letter) => send(world, letter)));
    await settleLetters(database, sent);
    for (const { isThere } of sent) count({ result: isThere ? 'delivered' : 'failed' });
    const works = sent.some(({ answer }) => answer !== unreached);
    if (!works && failures === 0)
      log('warn', 'mail cannot be handed over; it is tried again', { letters: sent.length });
    if (works && failures > 0) log('info', 'mail is handed over again', { after: failures });
    tellFailing('mail', !works);
    failures = works ? 0 : failures + 1;
    restsUntil = works ? 0 : now() + restMs(failures, random);
    return works;
  };
}

const unreached = 'unreached';

async function send(world: MailWorld, waiting: WaitingLetter): Promise<Sent> {
  const { id } = waiting;
  try {
    const letter = await compose(world, waiting);
    if (!letter) return { id, answer: 'nothing', isThere: true };
    await world.mail(letterOf({ ...letter, id }));
    return { id, answer: 'sent', isThere: true };
  } catch (error) {
    const { code, responseCode } = error as { code?: string; responseCode?: number };
    world.log('debug', 'a letter was not handed over', { letter: id, code, responseCode });
    if (error instanceof Returned && error.isForGood) return { id, answer: 'returned', isThere: false };
    const answer = error instanceof Returned ? 'returned' : unreached;
    return { id, answer, isThere: false, ...againAt(waiting, world.now(), world.random) };
  }
}
