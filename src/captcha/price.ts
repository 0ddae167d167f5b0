import { roomOfArticle, roomOfSite } from '../sites/rooms.ts';
import type { Site } from '../sites/site.ts';
import { hasSentLately } from '../store/filter/facts.ts';
import { fullnessOf } from '../store/limits/rates.ts';
import type { World } from '../world/world.ts';

/** A sender's challenges of a minute up to which the work stays as it is. */
const usual = 12;
/** What the work costs more where no room is left, and what it costs at most. */
const most = { fullRoom: 4, inAll: 16 };
/** Of the room that is anybody's, the last part, in which the price rises. */
const lastPart = 1 / 4;

/** How often the usual work a challenge costs this sender, who is given so many in this minute. */
export async function priceFor(world: World, site: Site, sender: string, given: number): Promise<number> {
  return priceUnder({ given, fullness: await fullnessFor(world, site, sender) });
}

/** How many challenges a sender was given in this minute, and how full the room is that they need, from 0 to 1. */
export interface Load {
  given: number;
  fullness: number;
}

/** 1 as long as there is room and little was given; what others are given is none of a sender's. */
export function priceUnder({ given, fullness }: Load): number {
  const scarcity = Math.max(0, fullness - (1 - lastPart)) / lastPart;
  const dearness = Math.max(1, given / usual) * (1 + scarcity * (most.fullRoom - 1));
  return Math.min(most.inAll, dearness);
}

/** Of the room that is anybody's, on the site and under any of its articles; who is quiet has room of their own. */
async function fullnessFor(world: World, site: Site, sender: string): Promise<number> {
  if (site.pace === 'off') return 0;
  const { database } = world;
  const rooms = [...roomOfSite(site).common, ...roomOfArticle(site, '').common];
  const fullness = await fullnessOf(database, rooms, world.now());
  const isScarce = fullness > 1 - lastPart;
  return isScarce && (await hasSentLately(database, site.id, sender, world.now())) ? fullness : 0;
}
