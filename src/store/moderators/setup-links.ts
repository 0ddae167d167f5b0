import { type RawBuilder, sql } from 'kysely';
import { type ActBy, recordAct } from '../acts/record.ts';
import { build, type Database } from '../database.ts';
import { columnIsOver, columnLives, linkMs, lives } from '../lifetimes.ts';
import type { ModeratorToStore } from './moderators.ts';

export interface LinkToStore {
  hash: string;
  expiresAt: number;
}

/** The link, where the condition holds. */
export function insertLink({ hash, expiresAt }: LinkToStore, condition: RawBuilder<unknown>) {
  return sql`insert into setup_links (hash, expires_at)
    select ${hash}, ${expiresAt} where ${condition}`.compile(build);
}

/** Stores a link, and forgets those that have expired. */
export async function putSetupLink(
  database: Database,
  hash: string,
  expiresAt: number,
  now: number,
): Promise<void> {
  await database.batch([
    deleteOver(now),
    build.insertInto('setup_links').values({ hash, expires_at: expiresAt }).compile(),
  ]);
}

export async function findSetupLink(database: Database, hash: string, now: number): Promise<boolean> {
  const ofFirstOwner = selectLink(hash).where((row) =>
    row.not(row.exists(row.selectFrom('moderators').select('id'))),
  );
  return isOpen(database, ofFirstOwner, now);
}

/** Adds the owner and spends every link in one write; false where the link no longer works. */
export async function addFirstOwner(
  database: Database,
  hash: string,
  owner: Omit<ModeratorToStore, 'role' | 'sites'>,
  act: ActBy,
): Promise<boolean> {
  const { id, name, password, createdAt } = owner;
  const [added] = await database.batch([
    sql<{ id: string }>`insert into moderators (id, name, password, role, all_sites, created_at)
      select ${id}, ${name}, ${password}, 'owner', 1, ${createdAt}
      where exists (select 1 from setup_links where hash = ${hash} and ${columnLives('expires_at', createdAt, linkMs)})
        and not exists (select 1 from moderators)
      returning id`.compile(build),
    recordAct(act, { kind: 'account-create', account: id, details: { role: 'owner', sites: null } }),
    build
      .deleteFrom('setup_links')
      .where((row) => row.exists(row.selectFrom('moderators').select('id')))
      .compile(),
  ]);
  return added.length > 0;
}

/** Whether a link is there; what it opens is for its hash to say. */
export async function hasLink(database: Database, hash: string, now: number): Promise<boolean> {
  return isOpen(database, selectLink(hash), now);
}

/** Sets the password and spends the link, and those that have expired; false where it no longer works. */
export async function spendPasswordLink(
  database: Database,
  hash: string,
  given: { id: string; oldPassword: string; password: string },
  act: ActBy,
): Promise<boolean> {
  const now = act.createdAt;
  const [changed] = await database.batch([
    sql<{ id: string }>`update moderators set password = ${given.password}
      where id = ${given.id} and password = ${given.oldPassword} and disabled_at is null
        and exists (select 1 from setup_links where hash = ${hash} and ${columnLives('expires_at', now, linkMs)})
      returning id`.compile(build),
    recordAct(act, { kind: 'password', account: given.id }),
    sql`delete from setup_links where ${columnIsOver('expires_at', now, linkMs)}
      or (hash = ${hash} and exists (select 1 from moderators where id = ${given.id} and password = ${given.password}))`.compile(
      build,
    ),
  ]);
  return changed.length > 0;
}

/** Whether the link that is asked for lives; one that does not is forgotten. */
async function isOpen(
  database: Database,
  asked: ReturnType<typeof selectLink>,
  now: number,
): Promise<boolean> {
  const [link] = await database.query(asked.compile());
  if (!link) return false;
  const open = lives(link.expires_at, now, linkMs);
  if (!open) await database.query(deleteOver(now));
  return open;
}

function selectLink(hash: string) {
  return build.selectFrom('setup_links').select('expires_at').where('hash', '=', hash);
}

function deleteOver(now: number) {
  return build
    .deleteFrom('setup_links')
    .where(columnIsOver('expires_at', now, linkMs))
    .compile();
}
