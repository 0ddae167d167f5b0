import { Problem } from '../problem.ts';
import type { Site } from '../sites/site.ts';
import { type Rate, returnTurns, takeTurns } from '../store/limits/rates.ts';
import { digest } from '../world/hash.ts';
import { sharesOf } from '../world/networks.ts';
import type { World } from '../world/world.ts';

/** Of one sender; the filter holds and refuses by what it finds stored, and this also of those that come at once. */
const ofSender = { perHour: 60, atOnce: 20 };

export interface Comer {
  sender: string;
  /** Nothing came from there in the last hour. */
  isQuiet: boolean;
  articleKey: string;
}

/**
 * Bounds what comes in, whoever sends it and however many captchas they can solve: of a sender, under an article, on
 * the whole site. Of each bound half is kept for quiet senders. What finds no room there is held apart, as long as there
 * is room for that: `work` hears whether it is. Throws `too-fast` beyond that; where the work fails, the turn is somebody
 * else's, so that turns are used up by nothing but comments.
 */
export async function withTurn<Done>(
  world: World,
  site: Site,
  comer: Comer,
  work: (isApart: boolean) => Promise<Done>,
): Promise<Done> {
  const rooms = site.pace === 'off' ? [{ rates: [], isApart: false }] : roomsFor(site, comer);
  const { rates, isApart } = await takeFirst(world, rooms);
  try {
    return await work(isApart);
  } catch (error) {
    await returnTurns(world.database, rates);
    throw error;
  }
}

/** Where there may be a turn: each rate of it must have one. */
interface Room {
  rates: Rate[];
  isApart: boolean;
}

/** In the order in which they are tried. */
function roomsFor(site: Site, { sender, isQuiet, articleKey }: Comer): Room[] {
  const own = sharedRates('sender', site, sender, ofSender);
  const article = halvesOf(`article ${site.id} ${articleKey}`, site['article-per-hour']);
  const whole = halvesOf(`site ${site.id}`, site['site-per-hour']);
  const apart = apartOf(site);
  const anybodys = {
    queue: { rates: [...own, ...article.common, ...whole.common], isApart: false },
    apart: { rates: [...own, ...apart.common], isApart: true },
  };
  if (!isQuiet) return [anybodys.queue, anybodys.apart];
  const once = sharedRates('quiet', site, sender, { perHour: 1, atOnce: 1 });
  const kept = [
    [...article.kept, ...whole.common],
    [...article.common, ...whole.kept],
    [...article.kept, ...whole.kept],
  ].map((rates) => ({ rates: [...own, ...once, ...rates], isApart: false }));
  return [
    anybodys.queue,
    ...kept,
    { rates: [...own, ...once, ...apart.kept], isApart: true },
    anybodys.apart,
  ];
}

/** A sender's, and those of the networks that they are in. */
function sharedRates(kind: string, { id }: Site, sender: string, most: typeof ofSender): Rate[] {
  return sharesOf(sender).map(({ name, times }) => ({
    subject: `${kind} ${digest(`${id} ${name}`)}`,
    perHour: most.perHour * times,
    atOnce: most.atOnce * times,
  }));
}

/** Anybody's, and that of quiet senders; no rate where there is no bound. */
interface Halves {
  common: Rate[];
  kept: Rate[];
}

function halvesOf(subject: string, perHour: number): Halves {
  if (perHour === 0) return { common: [], kept: [] };
  const kept = Math.floor(perHour / 2);
  return {
    common: [{ subject: `common ${subject}`, perHour: perHour - kept }],
    kept: kept > 0 ? [{ subject: `kept ${subject}`, perHour: kept }] : [],
  };
}

/**
 * Apart from the queue there is room for twice what a site takes in an hour, most of it for quiet senders, and most of
 * that at once: a crowd of new addresses comes at once too.
 */
function apartOf(site: Site): Halves {
  const most = site['site-per-hour'];
  if (most === 0) return { common: [], kept: [] };
  return {
    common: [{ subject: `apart common ${site.id}`, perHour: Math.ceil(most * 0.5) }],
    kept: [
      { subject: `apart kept ${site.id}`, perHour: Math.ceil(most * 1.5), atOnce: Math.ceil(most * 0.9) },
    ],
  };
}

async function takeFirst(world: World, rooms: readonly Room[]): Promise<Room> {
  let waitMs = 0;
  for (const room of rooms) {
    const wait = room.rates.length > 0 ? await takeTurns(world.database, room.rates, world.now()) : 0;
    if (wait === 0) return room;
    waitMs ||= wait;
  }
  throw new Problem(
    'too-fast',
    {
      vi: 'Hiện có quá nhiều bình luận được gửi đến. Vui lòng đợi ít phút rồi gửi lại.',
      en: 'Too many comments are coming in just now. Please wait a few minutes and send yours again.',
    },
    { retryAfterSeconds: Math.ceil(waitMs / 1000) },
  );
}
