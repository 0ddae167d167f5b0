import type { Problem } from '../../problem.ts';
import { roomApart, roomOfArticle, roomOfSite } from '../../sites/rooms.ts';
import type { Site } from '../../sites/site.ts';
import type { Demand } from '../../store/database.ts';
import { isOfTurns, type Rate, takingTurns, waitsFor } from '../../store/limits/rates.ts';
import { digest } from '../../world/hash.ts';
import { sharesOf } from '../../world/networks.ts';
import { tooFast } from '../../world/too-fast.ts';
import type { World } from '../../world/world.ts';

/** Of one sender; the filter holds and refuses by what it finds stored, and this also of those that come at once. */
const ofSender = { perHour: 60, atOnce: 20 };

export interface Comer {
  sender: string;
  /** Nothing came from there in the last hour. */
  isQuiet: boolean;
  /** So much came from there that it takes no room in the queue. */
  isTooMuch: boolean;
  articleKey: string;
}

/**
 * Bounds what comes in, whoever sends it and however many captchas they can solve: of a sender, under an article, on
 * the whole site. Of each bound half is kept for quiet senders. What finds no room there is held apart, as long as there
 * is room for that: `store` hears whether it is, and takes the turn by the write that stores, so that turns are used up by
 * nothing but comments. Throws `too-fast` beyond that.
 */
export async function withTurn<Done>(
  { database, now }: World,
  site: Site,
  comer: Comer,
  store: (turn: Turn) => Promise<Done>,
): Promise<Done> {
  const places = site.pace === 'off' ? [anywhere] : placesFor(site, comer);
  const rates = places.map((place) => place.rates);
  let waits: number[] = [];
  for (const [at, { isApart, rates: taken }] of places.entries()) {
    if (waits[at]) continue;
    try {
      return await store({ isApart, demands: takingTurns(taken, now()) });
    } catch (error) {
      if (!isOfTurns(error)) throw error;
      waits = await waitsFor(database, rates, now());
    }
  }
  throw tooMany(waits[0] || 1);
}

/** What must be had of each rate as a comment is stored. */
export interface Turn {
  isApart: boolean;
  demands: Demand[];
}

/** Where there may be a turn: each rate of it must have one. */
interface Place {
  rates: Rate[];
  isApart: boolean;
}

const anywhere: Place = { rates: [], isApart: false };

/** In the order in which they are tried. */
function placesFor(site: Site, { sender, isQuiet, isTooMuch, articleKey }: Comer): Place[] {
  const own = sharedRates('sender', site, sender, ofSender);
  const [article, whole, apart] = [roomOfArticle(site, articleKey), roomOfSite(site), roomApart(site)];
  const anybodys = {
    queue: { rates: [...own, ...article.common, ...whole.common], isApart: false },
    apart: { rates: [...own, ...apart.common], isApart: true },
  };
  if (isTooMuch) return [anybodys.apart];
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

function tooMany(waitMs: number): Problem {
  return tooFast(
    'room',
    {
      vi: 'Hiện có quá nhiều bình luận được gửi đến. Vui lòng đợi ít phút rồi gửi lại.',
      en: 'Too many comments are coming in just now. Please wait a few minutes and send yours again.',
    },
    Math.ceil(waitMs / 1000),
  );
}
