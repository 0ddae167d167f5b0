import { type CompiledQuery, type RawBuilder, sql } from 'kysely';
import { among, build, type Database } from '../database.ts';
import { blockablesOf, isWide, type LastComment, lastFrom, readLast } from './name.ts';

export interface HoldToStore {
  id: string;
  site: string;
  sender: string;
  moderatorId: string;
  reason: string;
  createdAt: number;
}

/** Holds all of a sender; whether that changed anything: one that is held already stays as it is. */
export async function storeHold(
  database: Database,
  { id, site, sender, moderatorId, reason, createdAt }: HoldToStore,
  act: CompiledQuery,
): Promise<boolean> {
  const [added] = await database.batch([
    sql<{ id: string }>`insert into sender_holds (id, site_id, sender, moderator_id, reason, created_at)
      values (${id}, ${site}, ${sender}, ${moderatorId}, ${reason}, ${createdAt})
      on conflict do nothing returning id`.compile(build),
    act,
  ]);
  return added.length > 0;
}

/** Releases a sender from every hold that is on them, by an act; whether there was one. */
export function releaseHolds(
  database: Database,
  { id, site, sender }: { id: string; site: string; sender: string },
  act: CompiledQuery,
): Promise<boolean> {
  const standing = sql`site_id = ${site} and sender in ${blockablesOf(sql`${sender}`)} and released_by is null`;
  return setReleased(database, id, standing, act);
}

/** Takes a hold back that stands; whether it did. */
export function takeHoldBack(
  database: Database,
  { id, by }: { id: string; by: string },
  act: CompiledQuery,
): Promise<boolean> {
  return setReleased(database, by, sql`id = ${id} and released_by is null`, act);
}

/** Holds again whom an act released, but who is held anew since; whether there is anybody. */
export function holdAgain(database: Database, releasedBy: string, act: CompiledQuery): Promise<boolean> {
  return setReleased(database, null, sql`released_by = ${releasedBy}`, act);
}

async function setReleased(
  database: Database,
  releasedBy: string | null,
  which: RawBuilder<unknown>,
  act: CompiledQuery,
): Promise<boolean> {
  const [set] = await database.batch([
    sql<{ id: string }>`update or ignore sender_holds set released_by = ${releasedBy}
      where ${which} returning id`.compile(build),
    act,
  ]);
  return set.length > 0;
}

/** As JSON, the first of the holds on whoever has this name; null where there is none. */
export function holdOn(site: RawBuilder<unknown>, name: RawBuilder<unknown>): RawBuilder<string | null> {
  return sql<
    string | null
  >`(select json_object('by', moderators.name, 'reason', reason, 'at', sender_holds.created_at)
    from sender_holds join moderators on moderators.id = moderator_id
    where site_id = ${site} and sender in ${blockablesOf(name)} and sender <> '' and released_by is null
    order by sender_holds.created_at limit 1)`;
}

/** A hold as the desk lists it. */
export interface ListedHold {
  site: string;
  sender: string;
  by: string;
  reason: string;
  at: number;
  /** Whether it is of more than a household. */
  wide: boolean;
  last: LastComment | null;
}

type HoldRow = Omit<ListedHold, 'last' | 'wide'> & { last: string | null; wide: 0 | 1 };

/** All who are held on these sites, the latest first. */
export async function listHolds(database: Database, sites: readonly string[]): Promise<ListedHold[]> {
  const [site, name] = [sql`sender_holds.site_id`, sql`sender_holds.sender`];
  const rows = await database.query(
    sql<HoldRow>`select site_id as site, sender, name as "by", reason, sender_holds.created_at as at,
        ${isWide(site, name)} as wide, ${lastFrom(site, name)} as last
      from sender_holds join moderators on moderators.id = moderator_id
      where site_id in ${among(sites)} and released_by is null
      order by sender_holds.created_at desc, sender limit 1000`.compile(build),
  );
  return rows.map((row) => ({ ...row, wide: row.wide === 1, last: readLast(row.last) }));
}
