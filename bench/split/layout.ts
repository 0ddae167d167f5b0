import { busyAt, bytesPerComment, filledTo, fullAt, mostBytes, peak, workPerComment } from './limits.ts';

export interface Site {
  rank: number;
  commentsPerDay: number;
  comments: number;
}

export type Store = Site[];

export interface Move {
  site: Site;
  from: number;
  to: number;
}

/** The largest first, each to the database with the least work by then. */
export function layOut(sites: readonly Site[], databases: number): Store[] {
  const stores: Store[] = Array.from({ length: databases }, () => []);
  for (const site of sites) leastBusy(stores).push(site);
  return stores;
}

/** Moves sites out of every database that is full or busy, into one that has room, or into a new one. */
export function relieve(stores: Store[]): Move[] {
  const moves: Move[] = [];
  for (let from = 0; from < stores.length; from += 1) {
    const store = stores[from] ?? [];
    while (store.length > 1 && isOver(store)) moves.push(moveOne(stores, from));
  }
  return moves;
}

/** The largest site goes, and goes once: were the small ones to make room for it, all of them would go in the end. */
function moveOne(stores: Store[], from: number): Move {
  const store = stores[from] ?? [];
  const site = store.toSorted((one, other) => other.comments - one.comments)[0] ?? noSite();
  store.splice(store.indexOf(site), 1);
  const room = stores.findIndex((other) => other !== store && takes(other, site));
  const to = room < 0 ? stores.push([]) - 1 : room;
  stores[to]?.push(site);
  return { site, from, to };
}

function takes(store: Store, site: Site): boolean {
  const together = [...store, site];
  return fullness(together) <= filledTo && busyness(together) <= busyAt * filledTo;
}

export function isOver(store: Store): boolean {
  return fullness(store) > fullAt || busyness(store) > busyAt;
}

/** Of its ten gigabytes. */
export function fullness(store: Store): number {
  return bytesOf(store) / mostBytes;
}

/** Of its time, in the busiest hour. */
export function busyness(store: Store): number {
  const perDay = store.reduce((sum, site) => sum + site.commentsPerDay, 0);
  return (perDay * peak * workPerComment) / 86_400_000;
}

export function bytesOf(store: Store): number {
  return store.reduce((sum, site) => sum + site.comments, 0) * bytesPerComment;
}

function leastBusy(stores: Store[]): Store {
  return stores.reduce((least, store) => (busyness(store) < busyness(least) ? store : least));
}

function noSite(): never {
  throw new Error('there is no site to move');
}
