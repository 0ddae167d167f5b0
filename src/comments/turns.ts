import { Problem } from '../problem.ts';
import type { Site } from '../sites/site.ts';
import { type Rate, returnTurns, takeTurns } from '../store/limits/rates.ts';
import { digest } from '../world/hash.ts';
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
 * the whole site. Of each bound half is kept for quiet senders, and beyond it there is room for them alone: `work`
 * hears whether it is that. Throws `too-fast`; where the work fails, the turn is somebody else's, so that turns are
 * used up by nothing but comments.
 */
export async function withTurn<Done>(
  world: World,
  site: Site,
  comer: Comer,
  work: (isBeyond: boolean) => Promise<Done>,
): Promise<Done> {
  const rooms = site.pace === 'off' ? [{ rates: [], isBeyond: false }] : roomsFor(site, comer);
  const { rates, isBeyond } = await takeFirst(world, rooms);
  try {
    return await work(isBeyond);
  } catch (error) {
    await returnTurns(world.database, rates);
    throw error;
  }
}

/** Where there may be a turn: each rate of it must have one. */
interface Room {
  rates: Rate[];
  isBeyond: boolean;
}

/** In the order in which they are tried. */
function roomsFor(site: Site, { sender, isQuiet, articleKey }: Comer): Room[] {
  const subject = digest(`${site.id} ${sender}`);
  const own: Rate = { subject: `sender ${subject}`, ...ofSender };
  const article = halvesOf(`article ${site.id} ${articleKey}`, site['article-per-hour']);
  const whole = halvesOf(`site ${site.id}`, site['site-per-hour']);
  const common = { rates: [own, ...article.common, ...whole.common], isBeyond: false };
  if (!isQuiet) return [common];
  const once: Rate = { subject: `quiet ${subject}`, perHour: 1 };
  const kept = [
    [...article.kept, ...whole.common],
    [...article.common, ...whole.kept],
    [...article.kept, ...whole.kept],
  ].map((rates) => ({ rates: [own, once, ...rates], isBeyond: false }));
  return [common, ...kept, { rates: [own, once, ...beyond(site)], isBeyond: true }];
}

/** Anybody's, and that of quiet senders; no rate where there is no bound. */
function halvesOf(subject: string, perHour: number): { common: Rate[]; kept: Rate[] } {
  if (perHour === 0) return { common: [], kept: [] };
  const kept = Math.floor(perHour / 2);
  return {
    common: [{ subject: `common ${subject}`, perHour: perHour - kept }],
    kept: kept > 0 ? [{ subject: `kept ${subject}`, perHour: kept }] : [],
  };
}

/** Half as much again as a site takes in an hour, most of it at once: a crowd of new addresses comes at once too. */
function beyond(site: Site): Rate[] {
  const most = site['site-per-hour'];
  if (most === 0) return [];
  return [{ subject: `beyond ${site.id}`, perHour: Math.ceil(most * 1.5), atOnce: Math.ceil(most * 0.9) }];
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
