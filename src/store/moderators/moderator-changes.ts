import { type RawBuilder, sql } from 'kysely';
import type { Role } from '../../moderators/moderator.ts';
import { type ActBy, recordAct } from '../acts/record.ts';
import { among, build, type Database } from '../database.ts';
import { insertModerator, isWithinReach, type ModeratorToStore, noteAdded } from './moderators.ts';
import { insertLink, type LinkToStore } from './setup-links.ts';

/** A change of one account by an owner; every one of them returns false where it was not made. */
export interface Change {
  ownerId: string;
  id: string;
  act: ActBy;
}

/** Adds the account with the link that sets its password; rejects with Duplicate where the name is taken. */
export async function addInvited(
  database: Database,
  moderator: ModeratorToStore,
  link: LinkToStore,
  act: ActBy,
): Promise<void> {
  await database.batch([
    ...insertModerator(moderator),
    noteAdded(moderator, act),
    insertLink(link, sql`true`),
  ]);
}

/** Sets role and sites (none: all of them), unless that leaves nobody to own all sites. */
export async function setReach(
  database: Database,
  { ownerId, id, act }: Change,
  { role, sites }: { role: Role; sites: readonly string[] },
): Promise<boolean> {
  const before = await readReach(database, id);
  const after = { role, sites: sites.length === 0 ? null : [...sites].sort() };
  const everywhere = sites.length === 0 ? 1 : 0;
  const staysOwner = role === 'owner' && everywhere === 1;
  const allowed = staysOwner ? mayChange(ownerId, id) : sql`${mayChange(ownerId, id)} and ${isSpare(id)}`;
  const [, , changed] = await database.batch([
    sql`delete from moderator_sites
      where moderator_id = ${id} and site_id not in ${among(sites)} and ${allowed}`.compile(build),
    sql`insert or ignore into moderator_sites (moderator_id, site_id)
      select ${id}, value from json_each(${JSON.stringify(sites)}) where ${allowed}`.compile(build),
    sql<{ id: string }>`update moderators set role = ${role}, all_sites = ${everywhere}
      where id = ${id} and ${allowed} returning id`.compile(build),
    recordAct(act, { kind: 'account-change', account: id, details: { before, after } }),
  ]);
  return changed.length > 0;
}

/** Shuts the account and ends all that is signed in with it; nobody shuts their own, or the last of the owners. */
export async function disableModerator(database: Database, { ownerId, id, act }: Change): Promise<boolean> {
  const [shut] = await database.batch([
    sql<{ id: string }>`update moderators set disabled_at = ${act.createdAt}
      where id = ${id} and id <> ${ownerId} and disabled_at is null
        and ${mayChange(ownerId, id)} and ${isSpare(id)} returning id`.compile(build),
    recordAct(act, { kind: 'account-disable', account: id }),
    sql`delete from credentials where moderator_id = ${id}
      and exists (select 1 from moderators where id = ${id} and disabled_at is not null)`.compile(build),
  ]);
  return shut.length > 0;
}

/** What a change of an account says of its reach; null sites are all of them. */
async function readReach(database: Database, id: string) {
  const [row] = await database.query(
    sql<{ role: Role; sites: string | null }>`select role, iif(all_sites = 1, null,
        (select json_group_array(site_id order by site_id) from moderator_sites where moderator_id = id)) as sites
      from moderators where id = ${id}`.compile(build),
  );
  return row && { role: row.role, sites: row.sites === null ? null : JSON.parse(row.sites) };
}

export async function enableModerator(database: Database, { ownerId, id, act }: Change): Promise<boolean> {
  const [rows] = await database.batch([
    sql<{ id: string }>`update moderators set disabled_at = null
      where id = ${id} and ${mayChange(ownerId, id)} returning id`.compile(build),
    recordAct(act, { kind: 'account-enable', account: id }),
  ]);
  return rows.length > 0;
}

/** Ends one token of the account. */
export async function endToken(
  database: Database,
  { ownerId, id, act }: Change,
  hash: string,
): Promise<boolean> {
  const ending = sql`delete from credentials where moderator_id = ${id} and kind = 'token' and hash = ${hash}
    and ${mayChange(ownerId, id)} returning hash`;
  const [rows] = await database.batch([
    ending.compile(build),
    recordAct(act, { kind: 'token-end', account: id }),
  ]);
  return rows.length > 0;
}

/** Puts a password that nobody knows in place, ends all that is signed in, and stores the link to a new one. */
export async function resetPassword(
  database: Database,
  { ownerId, id, act }: Change,
  reset: { password: string; link: LinkToStore; withoutFactor: boolean },
): Promise<boolean> {
  const { password, link, withoutFactor } = reset;
  const done = sql`exists (select 1 from moderators where id = ${id} and password = ${password})`;
  const [changed] = await database.batch([
    sql<{ id: string }>`update moderators set password = ${password}
      where id = ${id} and disabled_at is null and ${mayChange(ownerId, id)} returning id`.compile(build),
    recordAct(act, { kind: 'account-reset', account: id, details: { withoutFactor } }),
    sql`delete from credentials where moderator_id = ${id} and ${done}`.compile(build),
    insertLink(link, done),
    ...(withoutFactor ? deleteFactor(id, done) : []),
  ]);
  return changed.length > 0;
}

function deleteFactor(id: string, condition: RawBuilder<unknown>) {
  return [
    sql`delete from recovery_codes where moderator_id = ${id} and ${condition}`.compile(build),
    sql`delete from second_factors where moderator_id = ${id} and ${condition}`.compile(build),
  ];
}

function mayChange(ownerId: string, id: string) {
  return sql`exists (select 1 from moderators as target where target.id = ${id} and ${isWithinReach(ownerId)})`;
}

/** Whether all sites still have an owner without this account, or this account is none of them. */
function isSpare(id: string) {
  const owners = sql`select 1 from moderators as other
    where other.role = 'owner' and other.all_sites = 1 and other.disabled_at is null`;
  return sql`(exists (${owners} and other.id <> ${id}) or not exists (${owners} and other.id = ${id}))`;
}
