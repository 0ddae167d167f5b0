import { sql } from 'kysely';
import type { Role } from '../../moderators/moderator.ts';
import { type ActBy, recordAct } from '../acts/record.ts';
import { among, build, type Database } from '../database.ts';
import { insertModerator, type ModeratorToStore } from './moderators.ts';

/** Whom a provider means. */
export interface Bound {
  issuer: string;
  subject: string;
}

/** The id of the account that opens to them. */
export async function findBound(database: Database, { issuer, subject }: Bound): Promise<string | undefined> {
  const [row] = await database.query(
    build
      .selectFrom('identities')
      .select('moderator_id')
      .where('issuer', '=', issuer)
      .where('subject', '=', subject)
      .compile(),
  );
  return row?.moderator_id;
}

/** By which provider an account opens, and since when it was last opened so. */
export async function findIdentityOf(
  database: Database,
  moderatorId: string,
): Promise<{ issuer: string; seenAt: number } | undefined> {
  const [row] = await database.query(
    build
      .selectFrom('identities')
      .select(['issuer', 'seen_at as seenAt'])
      .where('moderator_id', '=', moderatorId)
      .compile(),
  );
  return row;
}

/** Adds an account that opens to them alone; rejects with Duplicate where they have one, or its name is taken. */
export async function addBound(
  database: Database,
  bound: Bound,
  account: ModeratorToStore,
  act: ActBy,
): Promise<void> {
  const { id, role, createdAt } = account;
  await database.batch([
    ...insertModerator(account),
    insertIdentity(bound, id, createdAt),
    recordAct(act, {
      kind: 'account-create',
      account: id,
      details: { role, sites: account.sites.length === 0 ? null : account.sites },
    }),
  ]);
}

/** Opens an account to them; rejects with Duplicate where they have one, or it opens to others. */
export async function bindIdentity(
  database: Database,
  bound: Bound,
  act: ActBy,
  moderatorId: string,
): Promise<void> {
  await database.batch([
    insertIdentity(bound, moderatorId, act.createdAt),
    recordAct(act, { kind: 'account-change', account: moderatorId, details: { linked: bound.issuer } }),
  ]);
}

function insertIdentity({ issuer, subject }: Bound, moderator_id: string, now: number) {
  return build
    .insertInto('identities')
    .values({ issuer, subject, moderator_id, created_at: now, seen_at: now })
    .compile();
}

/** Lets go of the link. */
export async function unbind(database: Database, moderatorId: string, act: ActBy): Promise<void> {
  await database.batch([
    build.deleteFrom('identities').where('moderator_id', '=', moderatorId).compile(),
    recordAct(act, { kind: 'account-change', account: moderatorId, details: { linked: null } }),
  ]);
}

/** Gives the account this role and these sites (none: all), and opens it where the provider's word had shut it. */
export async function followReach(
  database: Database,
  id: string,
  { role, sites }: { role: Role; sites: readonly string[] },
  act: () => ActBy,
): Promise<void> {
  const everywhere = sites.length === 0 ? 1 : 0;
  const [changing, opening] = [act(), act()];
  const isOther = sql`exists (select 1 from moderators where id = ${id}
    and (role <> ${role} or all_sites <> ${everywhere} or ${sitesOf(id)} <> ${JSON.stringify([...sites].sort())}))`;
  await database.batch([
    sql`update moderators set disabled_at = null where id = ${id}
      and disabled_at = (select shut_at from identities where moderator_id = ${id})`.compile(build),
    recordAct(opening, { kind: 'account-enable', account: id }),
    sql`update identities set shut_at = null, seen_at = ${opening.createdAt} where moderator_id = ${id}
      and exists (select 1 from moderators where id = ${id} and disabled_at is null)`.compile(build),
    recordAct(changing, {
      kind: 'account-change',
      account: id,
      details: { after: { role, sites: everywhere ? null : sites } },
      where: isOther,
    }),
    sql`delete from moderator_sites where moderator_id = ${id} and site_id not in ${among(sites)}`.compile(
      build,
    ),
    sql`insert or ignore into moderator_sites (moderator_id, site_id)
      select ${id}, value from json_each(${JSON.stringify(sites)})`.compile(build),
    sql`update moderators set role = ${role}, all_sites = ${everywhere} where id = ${id}`.compile(build),
  ]);
}

/** The sites of an account as JSON, in order. */
function sitesOf(id: string) {
  return sql`(select json_group_array(site_id) from
    (select site_id from moderator_sites where moderator_id = ${id} order by site_id))`;
}

/** Shuts the account and ends all that is signed in with it; one that somebody else shut stays shut by them. */
export async function shutBound(database: Database, id: string, act: ActBy): Promise<void> {
  await database.batch([
    sql`update identities set shut_at = ${act.createdAt} where moderator_id = ${id}
      and exists (select 1 from moderators where id = ${id} and disabled_at is null)`.compile(build),
    sql`update moderators set disabled_at = ${act.createdAt} where id = ${id} and disabled_at is null`.compile(
      build,
    ),
    recordAct(act, { kind: 'account-disable', account: id }),
    build.deleteFrom('credentials').where('moderator_id', '=', id).compile(),
  ]);
}

/** Takes what came back from the provider: true for one caller. */
export async function takeReturn(
  database: Database,
  hash: string,
  expiresAt: number,
  now: number,
): Promise<boolean> {
  const [, taken] = await database.batch([
    build.deleteFrom('returned_sign_ins').where('expires_at', '<=', now).compile(),
    sql<{ hash: string }>`insert or ignore into returned_sign_ins (hash, expires_at)
      values (${hash}, ${expiresAt}) returning hash`.compile(build),
  ]);
  return taken.length > 0;
}
