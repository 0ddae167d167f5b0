import { sql } from 'kysely';
import type { Moderator } from '../../moderators/moderator.ts';
import type { Scope } from '../../moderators/scope.ts';
import { type ActBy, recordAct } from '../acts/record.ts';
import { build, type Database } from '../database.ts';
import { columnIsOver, columnLives, lives, sessionMs } from '../lifetimes.ts';
import { isServed } from '../sites.ts';

export type CredentialKind = 'session' | 'token';

interface Found {
  moderator: Moderator;
  /** What it may be used for; null: for all that the account may. */
  scope: Scope | null;
  seenAt: number | null;
}

/** The moderator that a session or token belongs to, while it lives and the account is open. */
export async function findByCredential(
  database: Database,
  kind: CredentialKind,
  hash: string,
  now: number,
): Promise<Found | undefined> {
  const [row] = await database.query(
    build
      .selectFrom('credentials')
      .innerJoin('moderators', 'moderators.id', 'credentials.moderator_id')
      .select([
        'moderators.id',
        'moderators.name',
        'moderators.role',
        'moderators.language',
        'moderators.keys',
        'credentials.seen_at',
        'credentials.expires_at',
        'credentials.ends_at',
        'credentials.scope',
        sql<string>`(select json_group_array(sites.id) from sites where ${isServed}
          and (moderators.all_sites = 1 or sites.id in
            (select site_id from moderator_sites where moderator_id = moderators.id)))`.as('sites'),
      ])
      .where('credentials.hash', '=', hash)
      .where('credentials.kind', '=', kind)
      .where('moderators.disabled_at', 'is', null)
      .compile(),
  );
  if (!row) return undefined;
  const { seen_at, expires_at, ends_at, scope, sites, ...moderator } = row;
  const isOver = ends_at !== null && ends_at <= now;
  if (isOver || (expires_at !== null && !lives(expires_at, now, sessionMs))) {
    await deleteCredential(database, hash);
    return undefined;
  }
  const access = kind === 'session' ? ('desk' as const) : ('token' as const);
  return { moderator: { ...moderator, sites: JSON.parse(sites), access }, scope, seenAt: seen_at };
}

/** Notes that it was used. */
export async function touchCredential(database: Database, hash: string, now: number): Promise<void> {
  await database.query(
    build.updateTable('credentials').set({ seen_at: now }).where('hash', '=', hash).compile(),
  );
}

export interface CredentialToStore {
  hash: string;
  moderatorId: string;
  kind: CredentialKind;
  createdAt: number;
  expiresAt: number | null;
  browser: string;
  /** Of a token; empty else. */
  name: string;
  scope: Scope | null;
  /** When a token ends by itself, if it does. */
  endsAt: number | null;
}

/** Stores a session or token by an act, and forgets what has expired. */
export async function putCredential(
  database: Database,
  credential: CredentialToStore,
  act: ActBy,
  opening: 'sign-in' | 'oidc-sign-in' | 'token-create' = credential.kind === 'session'
    ? 'sign-in'
    : 'token-create',
): Promise<void> {
  const { hash, moderatorId, kind, createdAt, expiresAt, browser, name, scope, endsAt } = credential;
  const seenAt = kind === 'session' ? createdAt : null;
  const times = { created_at: createdAt, expires_at: expiresAt, seen_at: seenAt, ends_at: endsAt };
  const row = { hash, moderator_id: moderatorId, kind, browser, name, scope, ...times };
  await database.batch([
    build
      .deleteFrom('credentials')
      .where(columnIsOver('expires_at', createdAt, sessionMs))
      .compile(),
    build.insertInto('credentials').values(row).compile(),
    recordAct(act, {
      kind: opening,
      account: moderatorId,
      details: kind === 'session' ? { browser } : { token: name, scope },
    }),
  ]);
}

export async function deleteCredential(database: Database, hash: string): Promise<void> {
  await database.query(build.deleteFrom('credentials').where('hash', '=', hash).compile());
}

/** What opens the account, as its owner sees it: `hash` names it without opening anything. */
export interface OwnCredential {
  hash: string;
  kind: CredentialKind;
  createdAt: number;
  /** Null where it was never used. */
  seenAt: number | null;
  browser: string;
  name: string;
  scope: Scope | null;
  endsAt: number | null;
}

/** The living sessions and tokens of a moderator, the latest used first. */
export async function listCredentials(
  database: Database,
  moderatorId: string,
  now: number,
): Promise<OwnCredential[]> {
  return database.query(
    build
      .selectFrom('credentials')
      .select(['hash', 'kind', 'created_at as createdAt', 'seen_at as seenAt', 'browser'])
      .select(['name', 'scope', 'ends_at as endsAt'])
      .where('moderator_id', '=', moderatorId)
      .where((row) => row.or([row('ends_at', 'is', null), row('ends_at', '>', now)]))
      .where((row) => row.or([row('expires_at', 'is', null), columnLives('expires_at', now, sessionMs)]))
      .orderBy(sql`coalesce(seen_at, created_at)`, 'desc')
      .orderBy('hash')
      .compile(),
  );
}

/** Ends one session or token, if it is this moderator's. */
export async function deleteOwnCredential(
  database: Database,
  moderatorId: string,
  hash: string,
  act: ActBy,
): Promise<void> {
  const own = sql`from credentials where moderator_id = ${moderatorId} and hash = ${hash}`;
  await database.batch([
    recordAct(act, {
      kind: 'token-end',
      account: moderatorId,
      where: sql`exists (select 1 ${own} and kind = 'token')`,
    }),
    recordAct(act, {
      kind: 'session-end',
      account: moderatorId,
      where: sql`exists (select 1 ${own} and kind = 'session')`,
    }),
    build
      .deleteFrom('credentials')
      .where('moderator_id', '=', moderatorId)
      .where('hash', '=', hash)
      .compile(),
  ]);
}

/** Ends every session of the moderator; tokens stay. */
export async function deleteSessions(database: Database, moderatorId: string, act: ActBy): Promise<void> {
  await database.batch([
    build
      .deleteFrom('credentials')
      .where('moderator_id', '=', moderatorId)
      .where('kind', '=', 'session')
      .compile(),
    recordAct(act, { kind: 'session-end', account: moderatorId, details: { all: true } }),
  ]);
}
